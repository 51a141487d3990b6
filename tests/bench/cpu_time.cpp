#include "cpu_time.h"

#include <sys/resource.h>

namespace winnow::bench {

namespace {

double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

rusage usageNow()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage;
}

} // namespace

double cpuNow()
{
    const rusage usage = usageNow();
    return secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime);
}

double cpuSeconds(const std::function<void()> &work)
{
    const double before = cpuNow();
    work();
    return cpuNow() - before;
}

double peakMegabytes()
{
    return static_cast<double>(usageNow().ru_maxrss) / 1000;
}

} // namespace winnow::bench
