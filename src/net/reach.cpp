#include "net/reach.h"

#include "net/address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace winnow::net {

namespace {

using Bytes4 = std::array<unsigned char, 4>;
using Bytes16 = std::array<unsigned char, 16>;

/// The first `bits` of `number`.
struct Range
{
    std::uint32_t number;
    unsigned bits;
};

/// "IANA IPv4 Special-Purpose Address Registry": what is not globally reachable.
constexpr std::array kNotPublic{
    Range{0x00000000, 8},
    Range{0x0A000000, 8},
    Range{0x64400000, 10},
    Range{0x7F000000, 8},
    Range{0xA9FE0000, 16},
    Range{0xAC100000, 12},
    Range{0xC0000000, 24},
    Range{0xC0000200, 24},
    Range{0xC0A80000, 16},
    Range{0xC6120000, 15},
    Range{0xC6336400, 24},
    Range{0xCB007100, 24},
    Range{0xE0000000, 3}, // multicast and what is reserved
};

enum class Place { Public, Loopback, Local };

Place placeOf(const Bytes4 &bytes)
{
    const std::uint32_t number = (std::uint32_t{bytes[0]} << 24U) | (std::uint32_t{bytes[1]} << 16U) |
                                 (std::uint32_t{bytes[2]} << 8U) | std::uint32_t{bytes[3]};
    if (bytes[0] == 127) {
        return Place::Loopback;
    }
    const bool isLocal = std::ranges::any_of(
        kNotPublic, [&](const Range &range) { return (number ^ range.number) >> (32U - range.bits) == 0; });
    return isLocal ? Place::Local : Place::Public;
}

/// The IPv4 address that begins at that byte.
Place placeOfPart(const Bytes16 &bytes, std::size_t at)
{
    return placeOf(Bytes4{bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]});
}

bool startsWith(const Bytes16 &bytes, std::initializer_list<unsigned char> prefix)
{
    return std::equal(prefix.begin(), prefix.end(), bytes.begin());
}

Place placeOf(const Bytes16 &bytes)
{
    constexpr std::size_t kMapped = 12; // ::ffff:a.b.c.d, 64:ff9b::a.b.c.d
    if (startsWith(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}) ||
        startsWith(bytes, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) {
        return placeOfPart(bytes, kMapped);
    }
    if (std::all_of(bytes.begin(), bytes.end() - 1, [](unsigned char b) { return b == 0; }) &&
        bytes.back() == 1) {
        return Place::Loopback;
    }
    if (startsWith(bytes, {0x20, 0x02})) { // 6to4
        return placeOfPart(bytes, 2);
    }
    const bool isGlobal = (bytes[0] & 0xE0U) == 0x20U && !startsWith(bytes, {0x20, 0x01, 0x0D, 0xB8}) &&
                          !startsWith(bytes, {0x20, 0x01, 0, 0}); // documentation, Teredo
    return isGlobal ? Place::Public : Place::Local;
}

bool isWithin(Place place, Reach reach)
{
    return reach == Reach::Any || place == Place::Public ||
           (place == Place::Loopback && reach == Reach::PublicOrLoopback);
}

} // namespace

bool mayBeAsked(std::string_view host, Reach reach)
{
    const std::string name(host);
    if (Bytes4 bytes{}; inet_pton(AF_INET, name.c_str(), bytes.data()) == 1) {
        return isWithin(placeOf(bytes), reach);
    }
    if (Bytes16 bytes{}; inet_pton(AF_INET6, name.c_str(), bytes.data()) == 1) {
        return isWithin(placeOf(bytes), reach);
    }
    if (isLoopback(host)) {
        return isWithin(Place::Loopback, reach);
    }
    // A name without a dot is one of the local network; the dot at the end of a full name does not count.
    const std::string_view full = host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
    const bool isLocal = full.find('.') == std::string_view::npos || full.ends_with(".localhost") ||
                         full.ends_with(".local") || full.ends_with(".internal");
    return isWithin(isLocal ? Place::Local : Place::Public, reach);
}

bool mayConnect(const sockaddr &address, Reach reach)
{
    if (address.sa_family == AF_INET) {
        sockaddr_in full{};
        std::memcpy(&full, &address, sizeof full);
        Bytes4 bytes{};
        std::memcpy(bytes.data(), &full.sin_addr, bytes.size());
        return isWithin(placeOf(bytes), reach);
    }
    if (address.sa_family == AF_INET6) {
        sockaddr_in6 full{};
        std::memcpy(&full, &address, sizeof full);
        Bytes16 bytes{};
        std::memcpy(bytes.data(), &full.sin6_addr, bytes.size());
        return isWithin(placeOf(bytes), reach);
    }
    return reach == Reach::Any;
}

} // namespace winnow::net
