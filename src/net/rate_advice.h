#pragma once

#include "net/message.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace winnow::net {

/// What a reply says about how often its server may be asked.
struct RateAdvice
{
    std::optional<std::chrono::seconds> wait; ///< before anything is asked again
    std::optional<double> perSecond;
    std::optional<int> atOnce;
};

/// Reads Retry-After (of replies that refuse), X-RateLimit-Remaining and -Reset in their spellings, and
/// Crossref's X-Rate-Limit-Limit, -Interval and X-Concurrency-Limit. What makes no sense counts as absent.
[[nodiscard]] RateAdvice rateAdvice(const Reply &reply, std::chrono::system_clock::time_point now);

/// A wait as Retry-After gives it (RFC 9110, 10.2.3): in seconds, or until a date. Zero for a date that is
/// past; nothing when it is neither.
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(std::string_view value,
                                                             std::chrono::system_clock::time_point now);

} // namespace winnow::net
