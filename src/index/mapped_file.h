#pragma once

#include "base/result.h"

#include <cstddef>
#include <filesystem>

namespace winnow::index {

/// The beginning of a file as memory; pages are read when they are touched. The file must not become shorter
/// meanwhile; it may grow, be renamed or removed.
class MappedFile
{
public:
    MappedFile() = default;

    /// Fails with WrongFormat where the file is shorter than `bytes`.
    [[nodiscard]] static Result<MappedFile> open(const std::filesystem::path &file, std::size_t bytes);

    MappedFile(const MappedFile &) = delete;
    MappedFile &operator=(const MappedFile &) = delete;
    MappedFile(MappedFile &&other) noexcept;
    MappedFile &operator=(MappedFile &&other) noexcept;
    ~MappedFile();

    /// nullptr where it is empty; stands at the border of a page.
    [[nodiscard]] const void *data() const { return m_data; }

    [[nodiscard]] std::size_t size() const { return m_size; }

private:
    void *m_data = nullptr;
    std::size_t m_size = 0;
};

} // namespace winnow::index
