#include "net/rate_advice.h"

#include <curl/curl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>

namespace winnow::net {

namespace {

using std::chrono::seconds;
using std::chrono::system_clock;

constexpr std::array<std::string_view, 3> kRemaining{
    "x-ratelimit-remaining", "x-rate-limit-remaining", "ratelimit-remaining"};
constexpr std::array<std::string_view, 3> kReset{
    "x-ratelimit-reset", "x-rate-limit-reset", "ratelimit-reset"};

/// Longer waits are all the same: too long.
constexpr std::int64_t kMostSeconds = std::int64_t{366} * 86400;

/// A reset below this many seconds is a span, above it a moment of the calendar (this one is in 2001).
constexpr std::int64_t kFirstMoment = 1'000'000'000;

constexpr std::int64_t kFirstMomentMs = kFirstMoment * 1000;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

/// Digits only, as all these headers have them; a number too big for the type counts as its biggest.
std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (text.empty() || !std::ranges::all_of(text, isDigit)) {
        return std::nullopt;
    }
    std::int64_t value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() ? value : INT64_MAX;
}

seconds bounded(std::int64_t count)
{
    return seconds(std::clamp<std::int64_t>(count, 0, kMostSeconds));
}

std::int64_t secondsOf(system_clock::time_point moment)
{
    return std::chrono::floor<seconds>(moment.time_since_epoch()).count();
}

std::optional<seconds> untilDate(std::string_view value, system_clock::time_point now)
{
    const std::time_t date = curl_getdate(std::string(value).c_str(), nullptr);
    return date == -1 ? std::nullopt : std::optional(bounded(std::int64_t{date} - secondsOf(now)));
}

std::optional<seconds> untilReset(std::string_view value, system_clock::time_point now)
{
    const auto number = wholeNumber(value);
    if (!number) {
        return untilDate(value, now);
    }
    if (*number < kFirstMoment) {
        return bounded(*number);
    }
    return bounded((*number < kFirstMomentMs ? *number : *number / 1000) - secondsOf(now));
}

template <std::size_t N>
std::string_view firstOf(const Reply &reply, const std::array<std::string_view, N> &names)
{
    for (const auto name : names) {
        if (const auto value = trimmed(reply.header(name)); !value.empty()) {
            return value;
        }
    }
    return {};
}

/// Until the server's count begins anew, when nothing is left of it. Scopus leaves the count away in the
/// reply that refuses for good, so there the reset alone says it.
std::optional<seconds> untilLeft(const Reply &reply, system_clock::time_point now)
{
    const auto left = wholeNumber(firstOf(reply, kRemaining));
    const bool isSpent = left ? *left == 0 : reply.status == 429;
    return isSpent ? untilReset(firstOf(reply, kReset), now) : std::nullopt;
}

/// "1s", "10", "1m" as seconds.
std::optional<std::int64_t> interval(std::string_view text)
{
    std::int64_t unit = 1;
    if (!text.empty() && (text.back() == 's' || text.back() == 'm' || text.back() == 'h')) {
        unit = text.back() == 's' ? 1 : text.back() == 'm' ? 60 : 3600;
        text.remove_suffix(1);
    }
    const auto number = wholeNumber(text);
    if (!number || *number == 0 || *number > kMostSeconds) {
        return std::nullopt;
    }
    return *number * unit;
}

std::optional<double> toldPace(const Reply &reply)
{
    const auto limit = wholeNumber(trimmed(reply.header("x-rate-limit-limit")));
    const auto span = interval(trimmed(reply.header("x-rate-limit-interval")));
    if (!limit || *limit == 0 || !span) {
        return std::nullopt;
    }
    return static_cast<double>(*limit) / static_cast<double>(*span);
}

} // namespace

std::optional<seconds> retryAfter(std::string_view value, system_clock::time_point now)
{
    value = trimmed(value);
    if (const auto number = wholeNumber(value)) {
        return bounded(*number);
    }
    return value.empty() ? std::nullopt : untilDate(value, now);
}

RateAdvice rateAdvice(const Reply &reply, system_clock::time_point now)
{
    RateAdvice advice;
    advice.wait = untilLeft(reply, now);
    if (reply.status >= 400) {
        advice.wait = std::max(advice.wait, retryAfter(reply.header("retry-after"), now));
    }
    advice.perSecond = toldPace(reply);
    if (const auto atOnce = wholeNumber(trimmed(reply.header("x-concurrency-limit")));
        atOnce && *atOnce > 0) {
        advice.atOnce = static_cast<int>(std::min<std::int64_t>(*atOnce, 1000));
    }
    return advice;
}

} // namespace winnow::net
