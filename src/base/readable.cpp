#include "base/readable.h"

#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace winnow {

Result<void> requireReadable(const std::filesystem::path &path)
{
    struct stat status = {};
    if (stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
        return unreadableError(path, "it is a folder; name a file inside it");
    }
    if (faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) == 0) {
        return {};
    }
    const int code = errno;
    if (code == ENOENT) {
        return Error{ErrorCode::NotFound,
                     "There is no file " + path.string() + "; check the name and the folder.",
                     {},
                     path.string()};
    }
    return unreadableError(path, std::generic_category().message(code));
}

} // namespace winnow
