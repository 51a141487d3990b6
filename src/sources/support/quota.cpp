#include "sources/support/quota.h"

#include "formats/support/strings.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace winnow::sources {

namespace {

std::optional<std::int64_t> count(std::string_view text)
{
    text = formats::trimmed(text);
    std::int64_t number = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    return failure == std::errc() && stop == end && number >= 0 ? std::optional(number) : std::nullopt;
}

std::string twoDigits(std::int64_t number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string dateText(std::int64_t secondsSince1970)
{
    namespace chrono = std::chrono;
    const chrono::sys_seconds time{chrono::seconds(secondsSince1970)};
    const auto day = chrono::floor<chrono::days>(time);
    const chrono::year_month_day date(day);
    const chrono::hh_mm_ss clock(time - day);
    return "on " + std::to_string(static_cast<int>(date.year())) + '-' +
           twoDigits(static_cast<unsigned>(date.month())) + '-' +
           twoDigits(static_cast<unsigned>(date.day())) + " at " + twoDigits(clock.hours().count()) + ':' +
           twoDigits(clock.minutes().count()) + " UTC";
}

std::string durationText(std::int64_t seconds)
{
    constexpr std::int64_t kMinute = 60;
    constexpr std::int64_t kHour = 3600;
    if (seconds < kMinute) {
        return "in " + std::to_string(seconds) + " s";
    }
    const std::int64_t minutes = (seconds % kHour + kMinute - 1) / kMinute;
    const std::string hours = seconds < kHour ? "" : std::to_string(seconds / kHour) + " h ";
    return "in " + hours + std::to_string(minutes) + " min";
}

} // namespace

Quota quotaOf(const net::Reply &reply)
{
    return {count(reply.header("X-RateLimit-Limit")),
            count(reply.header("X-RateLimit-Remaining")),
            resetText(reply.header("X-RateLimit-Reset"))};
}

std::string resetText(std::string_view value)
{
    constexpr std::int64_t kFirstDate = 100'000'000;             // seconds: 1973; as a duration: three years
    constexpr std::int64_t kFirstMilliseconds = 100'000'000'000; // seconds: the year 5138
    constexpr std::int64_t kLast = 100'000'000'000'000;
    constexpr std::size_t kMostText = 60;
    value = formats::trimmed(value);
    if (const auto number = count(value)) {
        if (*number < kFirstDate) {
            return durationText(*number);
        }
        return *number < kFirstMilliseconds ? dateText(*number)
               : *number < kLast            ? dateText(*number / 1000)
                                            : std::string();
    }
    const bool isText =
        value.size() <= kMostText && std::ranges::all_of(value, [](char c) { return c >= ' ' && c <= '~'; });
    return isText ? std::string(value) : std::string();
}

} // namespace winnow::sources
