#include "base/file.h"

#include "base/held_files.h"
#include "base/readable.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <vector>

namespace winnow {

namespace fs = std::filesystem;

namespace {

Error unwritableError(const fs::path &path, const std::string &reason)
{
    return {ErrorCode::Unwritable,
            "Cannot write " + path.string() + ": " + reason +
                ". What was there before is unchanged; choose another place or free some space.",
            reason,
            path.string()};
}

Error unwritableError(const fs::path &path, int code)
{
    return unwritableError(path, std::generic_category().message(code));
}

/// fwrite() must not see the null pointer of an empty view.
bool writeAll(std::FILE *file, std::string_view bytes)
{
    return (bytes.empty() || std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size()) &&
           std::fflush(file) == 0;
}

bool writeForGood(std::FILE *file, std::string_view bytes)
{
    return writeAll(file, bytes) && fsync(fileno(file)) == 0;
}

} // namespace

Error unreadableError(const fs::path &path, std::string_view reason)
{
    return {ErrorCode::Unreadable,
            "Cannot read " + path.string() + ": " + std::string(reason) + ".",
            std::string(reason),
            path.string()};
}

Result<File> openForReading(const fs::path &path)
{
    std::error_code ignored;
    if (isHeld(path)) {
        return unreadableError(path, "it is the review that is open here; choose another file");
    }
    File file(fs::is_directory(path, ignored)
                  ? nullptr
                  : std::fopen(path.c_str(), "rb")); // NOLINT(cppcoreguidelines-owning-memory)
    if (!file) {
        const int code = errno;
        auto readable = requireReadable(path);
        return readable ? unreadableError(path, std::generic_category().message(code)) : readable.error();
    }
    return file;
}

Result<std::string> readFile(const fs::path &path, std::size_t maxBytes)
{
    auto file = openForReading(path);
    if (!file) {
        return std::move(file).error();
    }
    std::string bytes;
    std::vector<char> buffer(std::size_t{1} << 16U);
    while (const std::size_t got = std::fread(buffer.data(), 1, buffer.size(), file->get())) {
        if (bytes.size() + got > maxBytes) {
            return unreadableError(path, "it is larger than " + std::to_string(maxBytes) + " bytes");
        }
        bytes.append(buffer.data(), got);
    }
    if (std::ferror(file->get()) != 0) {
        return unreadableError(path, "reading failed part of the way");
    }
    return bytes;
}

Result<void> writeFile(const fs::path &path, std::string_view bytes)
{
    std::error_code status;
    if (fs::is_directory(path, status)) {
        return unwritableError(path, EISDIR);
    }
    if (isHeld(path)) {
        return unwritableError(path, "it is the review that is open here");
    }
    if (fs::exists(path, status) && !fs::is_regular_file(path, status)) {
        // A pipe or device (/dev/stdout) cannot be renamed over.
        const File file(std::fopen(path.c_str(), "wb")); // NOLINT(cppcoreguidelines-owning-memory)
        if (!file || !writeAll(file.get(), bytes)) {
            return unwritableError(path, errno);
        }
        return {};
    }
    fs::path part = path;
    part += ".part" + std::to_string(getpid());
    File file(std::fopen(part.c_str(), "wb")); // NOLINT(cppcoreguidelines-owning-memory)
    if (!file) {
        return unwritableError(path, errno);
    }
    const bool written = writeForGood(file.get(), bytes);
    const int writeCode = errno;
    file.reset();
    if (!written || std::rename(part.c_str(), path.c_str()) != 0) {
        const int code = written ? errno : writeCode;
        std::remove(part.c_str());
        return unwritableError(path, code);
    }
    return {};
}

} // namespace winnow
