#include "base/clock.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace winnow {

std::string SystemClock::nowUtc() const
{
    namespace chrono = std::chrono;
    const auto now = chrono::system_clock::now();
    const std::time_t seconds = chrono::system_clock::to_time_t(now);
    const auto millis = chrono::duration_cast<chrono::milliseconds>(now.time_since_epoch()).count() % 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    std::array<char, 32> date{};
    const std::size_t length = std::strftime(date.data(), date.size(), "%Y-%m-%dT%H:%M:%S", &parts);
    std::array<char, 8> fraction{};
    std::snprintf(fraction.data(), fraction.size(), ".%03dZ", static_cast<int>(millis));
    return std::string(date.data(), length) + fraction.data();
}

} // namespace winnow
