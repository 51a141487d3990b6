#include "publish/support/display_width.h"

#include "text/encoding.h"

#include <algorithm>

namespace winnow::publish {

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) || (c >= 0x3041 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0xA4C6) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6B) || (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t displayWidth(std::string_view line)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < line.size();) {
        const char32_t c = text::nextCodePoint(line, at);
        width += c >= 0x300 && c <= 0x36F ? 0 : isWide(c) ? 2 : 1;
    }
    return width;
}

int estimatedLines(std::string_view text, double charactersPerLine)
{
    const double width = std::max(1.0, charactersPerLine);
    int lines = 1;
    double used = 0;
    double word = 0; // of which the line as yet holds the beginning
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        if (c == '\n') {
            ++lines;
            used = word = 0;
            continue;
        }
        const double size = isWide(c) ? 2 : 1;
        word = c == ' ' || c == '-' || isWide(c) ? 0 : word + 1;
        used += size;
        if (used > width && c != ' ') {
            ++lines;
            used = word < width ? std::max(word, size) : size;
            word = std::min(word, used);
        }
    }
    return lines;
}

} // namespace winnow::publish
