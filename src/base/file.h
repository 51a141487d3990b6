#pragma once

#include "base/result.h"

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace winnow {

struct CloseFile
{
    void operator()(std::FILE *file) const { std::fclose(file); } // NOLINT(cppcoreguidelines-owning-memory)
};

using File = std::unique_ptr<std::FILE, CloseFile>;

/// Opens an existing file for reading; says plainly when it is missing, a folder, or not allowed.
[[nodiscard]] Result<File> openForReading(const std::filesystem::path &path);

/// The whole of a file; refuses more than `maxBytes`.
[[nodiscard]] Result<std::string> readFile(const std::filesystem::path &path,
                                           std::size_t maxBytes = std::size_t{1} << 30U);

/// Writes all of `bytes` or leaves what was there before: writes beside the target, syncs, and renames.
[[nodiscard]] Result<void> writeFile(const std::filesystem::path &path, std::string_view bytes);

/// The error for a file that cannot be read because of `reason`, a half sentence.
[[nodiscard]] Error unreadableError(const std::filesystem::path &path, std::string_view reason);

} // namespace winnow
