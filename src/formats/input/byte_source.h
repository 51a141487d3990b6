#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

namespace winnow::formats {

/// Where a TextInput takes its bytes from.
class ByteSource
{
public:
    virtual ~ByteSource() = default;

    /// Reads up to `size` bytes; 0 at the end.
    [[nodiscard]] virtual Result<std::size_t> read(char *to, std::size_t size) = 0;

    /// No more bytes than these will come, where that is known.
    [[nodiscard]] virtual std::size_t mostLeft() const { return SIZE_MAX; }

    /// What was consumed of the thing on disk, and how large that is, in bytes; for progress.
    [[nodiscard]] virtual std::int64_t consumed() const = 0;
    [[nodiscard]] virtual std::int64_t total() const = 0;
};

/// A file, unpacked on the way where it is gzip.
[[nodiscard]] Result<std::unique_ptr<ByteSource>> fileBytes(const std::filesystem::path &path);

[[nodiscard]] std::unique_ptr<ByteSource> memoryBytes(std::string bytes);

} // namespace winnow::formats
