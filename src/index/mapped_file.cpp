#include "index/mapped_file.h"

#include "base/file.h"

#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace winnow::index {

Result<MappedFile> MappedFile::open(const std::filesystem::path &file, std::size_t bytes)
{
    auto opened = openForReading(file);
    if (!opened) {
        return std::move(opened).error();
    }
    struct stat status = {};
    const int descriptor = fileno(opened->get());
    if (fstat(descriptor, &status) != 0 || static_cast<std::size_t>(status.st_size) < bytes) {
        return Error{ErrorCode::WrongFormat, "The file is shorter than it should be.", {}, file.string()};
    }
    MappedFile mapped;
    if (bytes == 0) {
        return mapped;
    }
    void *const data = mmap(nullptr, bytes, PROT_READ, MAP_SHARED, descriptor, 0);
    if (data == MAP_FAILED) { // NOLINT(performance-no-int-to-ptr): so the system defines it
        return unreadableError(file, std::generic_category().message(errno));
    }
    mapped.m_data = data;
    mapped.m_size = bytes;
    return mapped;
}

MappedFile::MappedFile(MappedFile &&other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0))
{}

MappedFile &MappedFile::operator=(MappedFile &&other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_size, other.m_size);
    return *this;
}

MappedFile::~MappedFile()
{
    if (m_data != nullptr) {
        munmap(m_data, m_size);
    }
}

} // namespace winnow::index
