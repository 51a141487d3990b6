#include "base/usage.h"

#include <sys/resource.h>

namespace winnow {

namespace {

double secondsOf(const timeval &time)
{
    constexpr double kMicrosecondsPerSecond = 1e6;
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / kMicrosecondsPerSecond;
}

rusage usageNow()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

} // namespace

double usedCpuSeconds()
{
    const rusage usage = usageNow();
    return secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
}

double peakMegabytes()
{
    constexpr double kKilobytesPerMegabyte = 1024;
    return static_cast<double>(usageNow().ru_maxrss) / kKilobytesPerMegabyte;
}

} // namespace winnow
