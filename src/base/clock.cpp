#include "base/clock.h"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <ctime>

namespace winnow {

namespace {

/// The number that `digits` spell; nothing where they spell none.
std::optional<int> number(std::string_view digits)
{
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() && end == digits.data() + digits.size() ? std::optional(value) : std::nullopt;
}

} // namespace

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

std::optional<std::int64_t> millisecondsOf(std::string_view utc)
{
    namespace chrono = std::chrono;
    constexpr std::string_view kShape = "0000-00-00T00:00:00.000Z";
    if (utc.size() != kShape.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < kShape.size(); ++i) {
        if (kShape[i] != '0' && utc[i] != kShape[i]) {
            return std::nullopt;
        }
    }
    const auto part = [&](std::size_t from, std::size_t length) { return number(utc.substr(from, length)); };
    const auto year = part(0, 4);
    const auto month = part(5, 2);
    const auto day = part(8, 2);
    const auto hour = part(11, 2);
    const auto minute = part(14, 2);
    const auto second = part(17, 2);
    const auto milli = part(20, 3);
    if (!year || !month || !day || !hour || !minute || !second || !milli) {
        return std::nullopt;
    }
    const chrono::year_month_day date{chrono::year(*year),
                                      chrono::month(static_cast<unsigned>(*month)),
                                      chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) {
        return std::nullopt;
    }
    const auto time = chrono::sys_days(date).time_since_epoch() + chrono::hours(*hour) +
                      chrono::minutes(*minute) + chrono::seconds(*second) + chrono::milliseconds(*milli);
    return chrono::duration_cast<chrono::milliseconds>(time).count();
}

} // namespace winnow
