#include "net/request_guard.h"

#include <algorithm>
#include <string_view>

namespace winnow::net {

namespace {

/// A secret shorter than this is found anywhere by chance.
constexpr std::size_t kShortestSecret = 6;

/// A line break in a header would end it, and the rest would be another.
bool isOneLine(const Header &header)
{
    return !header.name.empty() && header.name.find_first_of("\r\n:;") == std::string::npos &&
           header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos;
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// In any letter case, since the names of servers lose theirs.
void blot(std::string &text, const std::string &secret)
{
    const auto isSame = [](char a, char b) { return lower(a) == lower(b); };
    auto start = text.cbegin();
    while (true) {
        const auto found = std::search(start, text.cend(), secret.begin(), secret.end(), isSame);
        if (found == text.cend()) {
            return;
        }
        const auto offset = found - text.cbegin();
        text.replace(found, found + static_cast<std::ptrdiff_t>(secret.size()), "...");
        start = text.cbegin() + offset + 3;
    }
}

} // namespace

Result<void> checkRequest(const Request &request)
{
    if (!std::ranges::all_of(request.headers, isOneLine)) {
        return Error{
            ErrorCode::InvalidArgument,
            "A key or header holds a line break or other characters that cannot be sent. Enter it again.",
            {},
            {}};
    }
    const auto isInUrl = [&](const Header &header) {
        return header.isSecret && header.value.size() >= kShortestSecret &&
               (request.url.find(header.value) != std::string::npos ||
                request.url.find(percentEncoded(header.value)) != std::string::npos);
    };
    if (std::ranges::any_of(request.headers, isInUrl)) {
        return Error{
            ErrorCode::Internal,
            "The request would have shown a key in its address, so it was not sent. Please report this.",
            {},
            {}};
    }
    return {};
}

/// libcurl and servers choose their words themselves, so what they say is looked through.
Error withoutSecrets(Error error, const Request &request)
{
    for (const Header &header : request.headers) {
        if (header.isSecret && header.value.size() >= kShortestSecret) {
            blot(error.message, header.value);
            blot(error.detail, header.value);
            blot(error.where, header.value);
        }
    }
    return error;
}

} // namespace winnow::net
