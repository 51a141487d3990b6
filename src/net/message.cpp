#include "net/message.h"

#include <algorithm>

namespace winnow::net {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isUnreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._~").find(c) != std::string_view::npos;
}

} // namespace

std::string_view Reply::header(std::string_view name) const
{
    const auto found = std::find_if(headers.rbegin(), headers.rend(), [&](const Header &header) {
        return std::ranges::equal(header.name, name, {}, lower, lower);
    });
    return found == headers.rend() ? std::string_view() : std::string_view(found->value);
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (isUnreserved(c)) {
            result += c;
        } else {
            result += {'%', kHex[byte >> 4U], kHex[byte & 0xFU]};
        }
    }
    return result;
}

} // namespace winnow::net
