#pragma once

#include "base/result.h"
#include "net/message.h"
#include "sources/source.h"
#include "sources/support/label.h"

#include <span>
#include <string>
#include <string_view>

namespace winnow::sources {

/// How a source says no, and what that means for people.
struct RefusalRule
{
    int status = 0;        ///< of HTTP; 0: any
    std::string_view said; ///< part of what it said, in lower case; empty: anything
    ErrorCode code = ErrorCode::Unreachable;
    std::string_view where; ///< see Source::read
    std::string_view words; ///< one or two sentences behind the label: "does not accept the query. Check ..."
};

/// What the body of a reply says to people, in one of the many shapes that sources use; empty where it says
/// nothing or is a web page. It may hold what was sent, and so a key: see withoutSecrets().
[[nodiscard]] std::string saidBy(const net::Reply &reply);

/// Text in which whatever may be a key, and the part of an address behind "?", became dots.
[[nodiscard]] std::string withoutSecrets(std::string_view text);

/// The error for a reply that is a refusal: by the first of `rules` that fits, else by the common meaning of
/// its status. Its message quotes what the source said, without secrets.
[[nodiscard]] Error refusal(const Label &source, const net::Reply &reply, std::span<const RefusalRule> rules);

/// Whether the status is that of a success.
[[nodiscard]] bool isSuccess(const net::Reply &reply);

} // namespace winnow::sources
