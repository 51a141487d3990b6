#include "support/locks.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace winnow::test {

bool isLockedForOthers(const std::filesystem::path &file)
{
    // A process never meets its own locks; what a child opens and closes drops none of them.
    const pid_t child = fork();
    if (child == 0) {
        const int descriptor = open(file.c_str(), O_RDWR | O_CLOEXEC);
        struct flock lock = {};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        const bool isAsked = descriptor >= 0 && fcntl(descriptor, F_GETLK, &lock) == 0;
        _exit(isAsked && lock.l_type != F_UNLCK ? 0 : 1);
    }
    int status = 1;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

} // namespace winnow::test
