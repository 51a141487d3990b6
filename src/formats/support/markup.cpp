#include "formats/support/markup.h"

#include "formats/support/strings.h"
#include "text/encoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace winnow::formats {

namespace {

using Pair = std::pair<std::string_view, std::string_view>;

/// Named entities that bibliographic files use (HTML 4 names).
constexpr std::array kEntities{
    Pair{"amp", "&"},         Pair{"lt", "<"},          Pair{"gt", ">"},          Pair{"quot", "\""},
    Pair{"apos", "'"},        Pair{"nbsp", " "},        Pair{"ndash", "\u2013"},  Pair{"mdash", "\u2014"},
    Pair{"lsquo", "\u2018"},  Pair{"rsquo", "\u2019"},  Pair{"ldquo", "\u201C"},  Pair{"rdquo", "\u201D"},
    Pair{"hellip", "\u2026"}, Pair{"deg", "\u00B0"},    Pair{"plusmn", "\u00B1"}, Pair{"micro", "\u00B5"},
    Pair{"times", "\u00D7"},  Pair{"copy", "\u00A9"},   Pair{"reg", "\u00AE"},    Pair{"trade", "\u2122"},
    Pair{"alpha", "\u03B1"},  Pair{"beta", "\u03B2"},   Pair{"gamma", "\u03B3"},  Pair{"delta", "\u03B4"},
    Pair{"mu", "\u03BC"},     Pair{"le", "\u2264"},     Pair{"ge", "\u2265"},     Pair{"eacute", "\u00E9"},
    Pair{"egrave", "\u00E8"}, Pair{"agrave", "\u00E0"}, Pair{"aacute", "\u00E1"}, Pair{"iacute", "\u00ED"},
    Pair{"oacute", "\u00F3"}, Pair{"uacute", "\u00FA"}, Pair{"ntilde", "\u00F1"}, Pair{"ccedil", "\u00E7"},
    Pair{"auml", "\u00E4"},   Pair{"ouml", "\u00F6"},   Pair{"uuml", "\u00FC"},   Pair{"szlig", "\u00DF"},
    Pair{"oslash", "\u00F8"}, Pair{"aring", "\u00E5"},  Pair{"aelig", "\u00E6"},  Pair{"Eacute", "\u00C9"},
    Pair{"Ouml", "\u00D6"},
};

/// Tags that are dropped; all others, and what only looks like a tag, stay.
constexpr std::array<std::string_view, 22> kTags{
    "i",   "b",  "em",    "strong", "sub",  "sup",    "p",  "br", "span", "div", "u",
    "inf", "sc", "title", "sec",    "bold", "italic", "h3", "h4", "ul",   "li",  "formula"};

std::optional<std::string> entity(std::string_view name)
{
    if (name.starts_with('#')) {
        const bool isHex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
        const std::string_view digits = name.substr(isHex ? 2 : 1);
        std::uint32_t code = 0;
        const auto [end, failure] =
            std::from_chars(digits.data(), digits.data() + digits.size(), code, isHex ? 16 : 10);
        if (failure != std::errc() || end != digits.data() + digits.size() || code == 0) {
            return std::nullopt;
        }
        std::string text;
        text::appendUtf8(text, code < 0x20 ? U' ' : static_cast<char32_t>(code));
        return text;
    }
    const auto *const found = std::ranges::find(kEntities, name, &Pair::first);
    return found == kEntities.end() ? std::nullopt : std::optional(std::string(found->second));
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
