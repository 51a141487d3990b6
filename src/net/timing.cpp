#include "net/timing.h"

#include <thread>

namespace winnow::net {

std::chrono::steady_clock::time_point SystemTiming::now() const
{
    return std::chrono::steady_clock::now();
}

std::chrono::system_clock::time_point SystemTiming::date() const
{
    return std::chrono::system_clock::now();
}

void SystemTiming::pause(std::chrono::milliseconds length)
{
    std::this_thread::sleep_for(length);
}

} // namespace winnow::net
