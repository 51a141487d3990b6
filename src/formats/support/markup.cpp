#include "formats/support/markup.h"

#include "formats/support/entities.h"
#include "formats/support/strings.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace winnow::formats {

namespace {

/// Tags that are dropped; all others, and what only looks like a tag, stay.
constexpr std::array<std::string_view, 22> kTags{
    "i",   "b",  "em",    "strong", "sub",  "sup",    "p",  "br", "span", "div", "u",
    "inf", "sc", "title", "sec",    "bold", "italic", "h3", "h4", "ul",   "li",  "formula"};

/// Spaces of all kinds, and characters that only steer, become blanks.
std::optional<std::string> entity(std::string_view name)
{
    const auto character = entityCharacter(name);
    if (!character) {
        return std::nullopt;
    }
    constexpr char32_t kNoBreakSpace = 0xA0;
    std::string text;
    text::appendUtf8(text, *character < 0x20 || *character == kNoBreakSpace ? U' ' : *character);
    return text;
}

/// Length of the tag at the beginning of `text`; 0 where there is none.
std::size_t tagLength(std::string_view text)
{
    const std::size_t end = text.substr(0, 200).find('>');
    if (end == std::string_view::npos || end < 2) {
        return 0;
    }
    std::string_view name = text.substr(1, end - 1);
    name = name.substr(name.starts_with('/') ? 1 : 0);
    name = name.substr(0, name.find_first_of(" /"));
    if (name.starts_with("jats:") || name.starts_with("mml:") || name.starts_with("inline-formula")) {
        return end + 1;
    }
    const std::string lower = lowered(name);
    return std::ranges::find(kTags, std::string_view(lower)) != kTags.end() ? end + 1 : 0;
}

} // namespace

std::string withoutMarkup(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '&') {
            const std::size_t end = text.substr(i, 12).find(';');
            const auto resolved =
                end == std::string_view::npos ? std::nullopt : entity(text.substr(i + 1, end - 1));
            if (resolved) {
                out += *resolved;
                i += end;
                continue;
            }
        } else if (text[i] == '<') {
            if (const std::size_t length = tagLength(text.substr(i)); length > 0) {
                i += length - 1;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

} // namespace winnow::formats
