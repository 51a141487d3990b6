#pragma once

#include "net/message.h"
#include "sources/source.h"

#include <string>
#include <string_view>

namespace winnow::sources {

/// What the headers X-RateLimit-Limit, -Remaining and -Reset say, as Scopus and OpenAlex send them.
[[nodiscard]] Quota quotaOf(const net::Reply &reply);

/// When a quota is renewed, for people: "on 2026-05-03 at 10:00 UTC" for seconds or milliseconds since 1970,
/// "in 3 h 20 min" for a number too small to be a date (OpenAlex, Retry-After); other text as it is, unless
/// it is no printable line.
[[nodiscard]] std::string resetText(std::string_view value);

} // namespace winnow::sources
