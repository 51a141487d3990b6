#include "text/trim.h"

#include <algorithm>
#include <array>

namespace winnow::text {

namespace {

constexpr std::array<std::string_view, 3> kWideBlanks{"\u00A0", "\u2009", "\u202F"};

/// How many bytes the blank takes that has `end` as its byte at this end of a text; `isThere` says of a wide
/// blank whether it stands there.
template <class IsThere>
std::size_t blankOf(unsigned char end, IsThere isThere)
{
    if (end < 0x80) {
        return end <= ' ' ? 1 : 0;
    }
    const auto *const found = std::ranges::find_if(kWideBlanks, isThere);
    return found == kWideBlanks.end() ? 0 : found->size();
}

std::size_t blankAtEnd(std::string_view text)
{
    return text.empty() ? 0 : blankOf(static_cast<unsigned char>(text.back()), [&](std::string_view blank) {
        return text.ends_with(blank);
    });
}

} // namespace

std::size_t blankAtHead(std::string_view text)
{
    return text.empty() ? 0 : blankOf(static_cast<unsigned char>(text.front()), [&](std::string_view blank) {
        return text.starts_with(blank);
    });
}

std::string_view trimmed(std::string_view text)
{
    while (const std::size_t length = blankAtHead(text)) {
        text.remove_prefix(length);
    }
    while (const std::size_t length = blankAtEnd(text)) {
        text.remove_suffix(length);
    }
    return text;
}

} // namespace winnow::text
