#pragma once

#include "base/result.h"
#include "net/reach.h"

#include <string>
#include <string_view>

namespace winnow::net {

/// A URL that may be asked, in its parts.
struct Address
{
    std::string url;
    std::string scheme;
    std::string host; ///< in lower case; IPv6 without brackets
    std::string port;
    std::string path; ///< without the query

    /// As people know it: "api.crossref.org", with the port where it is not the usual one.
    [[nodiscard]] std::string server() const;
};

/// Refuses what is no URL, what has a name and password in it, and all but HTTPS; on loopback HTTP is
/// allowed, since there nobody listens in.
[[nodiscard]] Result<Address> addressOf(std::string_view url);

/// Where a reply that came from `from` sends us on, `location` being whole or relative. Refuses every other
/// server, since it has no right to the keys.
[[nodiscard]] Result<Address> redirectedFrom(const Address &from, std::string_view location);

/// The same of an address that came from elsewhere: HTTP becomes HTTPS but on loopback, and computers beyond
/// reach are refused.
[[nodiscard]] Result<Address> foreignAddress(std::string_view url, Reach reach);

/// Where a reply sends us on that may send us anywhere within reach.
[[nodiscard]] Result<Address> wanderedFrom(const Address &from, std::string_view location, Reach reach);

/// 127.0.0.0/8, ::1 or localhost.
[[nodiscard]] bool isLoopback(std::string_view host);

} // namespace winnow::net
