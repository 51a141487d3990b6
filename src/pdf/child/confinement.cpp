#include "pdf/child/confinement.h"

#include "pdf/child/landlock.h"
#include "pdf/protocol.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <new>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WINNOW_ADDRESS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WINNOW_ADDRESS_SANITIZER
#endif

namespace winnow::pdf {

namespace {

constexpr rlim_t kMostOpenFiles = 64;

void limit(__rlimit_resource what, rlim_t most)
{
    const rlimit value{most, most};
    setrlimit(what, &value);
}

void endOutOfMemory()
{
    _exit(kExitOutOfMemory);
}

} // namespace

void confine(std::uint64_t memoryBytes)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    forbidChanges();
    close_range(STDERR_FILENO + 1, ~0U, 0); // what the program that started it left open
    std::signal(SIGXFSZ, SIG_IGN);          // fontconfig may want to write its cache, and need not
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, kMostOpenFiles);
#ifndef WINNOW_ADDRESS_SANITIZER // which takes terabytes of addresses, and looks into /proc/self
    prctl(PR_SET_DUMPABLE, 0);
    limit(RLIMIT_AS, memoryBytes);
#else
    static_cast<void>(memoryBytes);
#endif
    std::set_new_handler(endOutOfMemory); // poppler cannot go on after an exception
}

void allowCpuSeconds(unsigned seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    rlimit value{};
    getrlimit(RLIMIT_CPU, &value);
    const rlim_t soFar = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) + 1;
    value.rlim_cur = soFar + seconds < value.rlim_max ? soFar + seconds : value.rlim_max;
    setrlimit(RLIMIT_CPU, &value);
}

} // namespace winnow::pdf
