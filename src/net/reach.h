#pragma once

#include <string_view>

struct sockaddr;

namespace winnow::net {

/// Which computers a session may ask. Addresses that come in a reply are anybody's words, and must not lead
/// into the network that the user is in.
enum class Reach {
    Any,              ///< the user named the address
    Public,           ///< on the internet
    PublicOrLoopback, ///< the same, or this computer, where the user named an address of it
};

/// By what the host is called: names that only a local network has are refused, and so are numbers of one.
/// What a name stands for is for mayConnect() to tell.
[[nodiscard]] bool mayBeAsked(std::string_view host, Reach reach);

/// By the number that a name turned out to stand for.
[[nodiscard]] bool mayConnect(const sockaddr &address, Reach reach);

} // namespace winnow::net
