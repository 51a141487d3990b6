#include "text/printable_text.h"

#include "text/encoding.h"

#include <algorithm>

namespace winnow::text {

namespace {

bool isAllowed(char32_t c)
{
    const bool isControl = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    return isControl ? c == '\t' || c == '\n' || c == '\r' : c != 0xFFFE && c != 0xFFFF;
}

} // namespace

std::string printableText(std::string_view text)
{
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = nextCodePoint(text, at);
        if (isAllowed(c)) {
            appendUtf8(clean, c);
        }
    }
    return clean;
}

std::string printableLine(std::string_view text)
{
    std::string line = printableText(text);
    std::ranges::replace_if(
        line, [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return line;
}

} // namespace winnow::text
