#include "text/trim.h"

#include <algorithm>
#include <array>

namespace winnow::text {

namespace {

constexpr std::array<std::string_view, 3> kWideBlanks{"\u00A0", "\u2009", "\u202F"};

std::size_t blankAtEnd(std::string_view text)
{
    if (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
        return 1;
    }
    if (text.empty() || static_cast<unsigned char>(text.back()) < 0x80) {
        return 0;
    }
    const auto *const found =
        std::ranges::find_if(kWideBlanks, [&](std::string_view blank) { return text.ends_with(blank); });
    return found == kWideBlanks.end() ? 0 : found->size();
}

} // namespace

std::size_t blankAtHead(std::string_view text)
{
    if (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') {
        return 1;
    }
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) {
        return 0;
    }
    const auto *const found =
        std::ranges::find_if(kWideBlanks, [&](std::string_view blank) { return text.starts_with(blank); });
    return found == kWideBlanks.end() ? 0 : found->size();
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
