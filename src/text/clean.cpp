#include "text/clean.h"

#include "text/encoding.h"
#include "text/trim.h"

#include <algorithm>

namespace winnow::text {

std::string withoutControls(std::string_view text)
{
    const auto at = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : std::uint8_t{0};
    };
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = at(i);
        if (c == '\r') {
            clean += '\n';
            i += at(i + 1) == '\n' ? 1 : 0;
        } else if ((c < ' ' && c != '\t' && c != '\n') || c == 0x7F) {
            clean += ' ';
        } else if (c == 0xC2 && at(i + 1) >= 0x80 && at(i + 1) < 0xA0) { // U+0080 to U+009F
            clean += ' ';
            ++i;
        } else {
            clean += text[i];
        }
    }
    return clean;
}

std::optional<std::string> cleanText(std::string_view text, bool keepsLines)
{
    if (!isUtf8(text)) {
        return std::nullopt;
    }
    std::string clean = withoutControls(text);
    if (!keepsLines) {
        std::ranges::replace(clean, '\n', ' ');
    }
    return std::string(trimmed(clean));
}

std::string shortened(std::string_view text, std::size_t most)
{
    if (text.size() <= most) {
        return std::string(text);
    }
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return std::string(text.substr(0, end)) + "…";
}

std::string forMessage(std::string_view text)
{
    constexpr std::size_t kMost = 60;
    std::string line = withoutControls(shortened(text, kMost));
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\t'; }, ' ');
    return line;
}

} // namespace winnow::text
