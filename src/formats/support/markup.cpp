#include "formats/support/markup.h"

#include "formats/support/strings.h"
#include "text/encoding.h"
#include "text/fold.h"

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

struct Accent
{
    char command;
    std::string_view combining; ///< UTF-8 of the combining mark
};

constexpr std::array kAccents{
    Accent{'"', "\u0308"},
    Accent{'\'', "\u0301"},
    Accent{'`', "\u0300"},
    Accent{'^', "\u0302"},
    Accent{'~', "\u0303"},
    Accent{'=', "\u0304"},
    Accent{'.', "\u0307"},
    Accent{'u', "\u0306"},
    Accent{'v', "\u030C"},
    Accent{'H', "\u030B"},
    Accent{'c', "\u0327"},
    Accent{'k', "\u0328"},
    Accent{'r', "\u030A"},
    Accent{'d', "\u0323"},
    Accent{'b', "\u0331"},
};

constexpr std::array kLatexWords{
    Pair{"ss", "\u00DF"},
    Pair{"o", "\u00F8"},
    Pair{"O", "\u00D8"},
    Pair{"l", "\u0142"},
    Pair{"L", "\u0141"},
    Pair{"ae", "\u00E6"},
    Pair{"AE", "\u00C6"},
    Pair{"oe", "\u0153"},
    Pair{"OE", "\u0152"},
    Pair{"aa", "\u00E5"},
    Pair{"AA", "\u00C5"},
    Pair{"i", "i"},
    Pair{"j", "j"},
    Pair{"textendash", "\u2013"},
    Pair{"textemdash", "\u2014"},
    Pair{"textquoteright", "\u2019"},
    Pair{"textquoteleft", "\u2018"},
    Pair{"textquotedblleft", "\u201C"},
    Pair{"textquotedblright", "\u201D"},
    Pair{"textdegree", "\u00B0"},
    Pair{"textpm", "\u00B1"},
    Pair{"pm", "\u00B1"},
    Pair{"times", "\u00D7"},
    Pair{"alpha", "\u03B1"},
    Pair{"beta", "\u03B2"},
    Pair{"gamma", "\u03B3"},
    Pair{"delta", "\u03B4"},
    Pair{"mu", "\u03BC"},
    Pair{"textmu", "\u03BC"},
    Pair{"leq", "\u2264"},
    Pair{"geq", "\u2265"},
    Pair{"textbackslash", "\\"},
    Pair{"textregistered", "\u00AE"},
    Pair{"texttrademark", "\u2122"},
    Pair{"copyright", "\u00A9"},
    Pair{"dh", "\u00F0"},
    Pair{"th", "\u00FE"},
    Pair{"dj", "\u0111"},
    Pair{"ldots", "\u2026"},
};

/// Commands whose argument is kept and whose name is dropped.
constexpr std::array<std::string_view, 12> kTransparent{"emph",
                                                        "textit",
                                                        "textbf",
                                                        "textsc",
                                                        "textrm",
                                                        "text",
                                                        "textsubscript",
                                                        "textsuperscript",
                                                        "mathrm",
                                                        "it",
                                                        "bf",
                                                        "em"};

/// Reads LaTeX text step by step.
class LatexReader
{
public:
    explicit LatexReader(std::string_view text)
        : m_text(text)
    {}

    std::string read()
    {
        while (m_at < m_text.size()) {
            step();
        }
        return std::move(m_out);
    }

private:
    void step()
    {
        const char c = m_text[m_at];
        if (c == '\\' && m_at + 1 < m_text.size()) {
            command();
        } else if (c == '{' || c == '}' || (c == '$' && isMathMark())) {
            ++m_at;
        } else if (m_text.substr(m_at).starts_with("---")) {
            m_out += "\u2014";
            m_at += 3;
        } else if (m_text.substr(m_at).starts_with("--")) {
            m_out += "\u2013";
            m_at += 2;
        } else if (c == '~') {
            m_out += ' ';
            ++m_at;
        } else {
            m_out += c;
            ++m_at;
        }
    }

    /// Whether the dollar sign at hand begins or ends a formula with commands in it; otherwise it is money.
    bool isMathMark()
    {
        constexpr std::size_t kLongest = 200;
        if (m_at == m_mathEnd) {
            return true;
        }
        const std::size_t end =
            m_text.substr(0, std::min(m_text.size(), m_at + kLongest)).find('$', m_at + 1);
        if (end == std::string_view::npos ||
            m_text.substr(m_at, end - m_at).find('\\') == std::string_view::npos) {
            return false;
        }
        m_mathEnd = end;
        return true;
    }

    void command()
    {
        const char c = m_text[m_at + 1];
        if (!isLetter(c)) {
            symbol(c);
            return;
        }
        std::size_t end = m_at + 1;
        while (end < m_text.size() && isLetter(m_text[end])) {
            ++end;
        }
        const std::string_view name = m_text.substr(m_at + 1, end - m_at - 1);
        const auto *const accent = std::ranges::find(kAccents, name.front(), &Accent::command);
        const bool hasArgument =
            end < m_text.size() && (m_text[end] == '{' || m_text[end] == ' ' || m_text[end] == '\\');
        if (name.size() == 1 && accent != kAccents.end() && hasArgument) {
            m_at = end;
            accented(accent->combining);
            return;
        }
        if (const auto *const word = std::ranges::find(kLatexWords, name, &Pair::first);
            word != kLatexWords.end()) {
            m_out += word->second;
        } else if (std::ranges::find(kTransparent, name) == kTransparent.end() &&
                   m_text.substr(end, 1) != "{") {
            m_out += '\\';
            m_out += name;
            m_at = end;
            return;
        }
        m_at = end;
        // A space behind a command only ends its name; so does an empty group.
        if (m_text.substr(m_at).starts_with("{}")) {
            m_at += 2;
        } else if (m_at < m_text.size() && m_text[m_at] == ' ') {
            ++m_at;
        }
    }

    void symbol(char c)
    {
        m_at += 2;
        const auto *const accent = std::ranges::find(kAccents, c, &Accent::command);
        if (accent != kAccents.end() && m_at < m_text.size()) {
            accented(accent->combining);
        } else if (std::string_view(" \\,;:").find(c) != std::string_view::npos) {
            m_out += ' '; // the spaces of LaTeX, and its line end
        } else if (std::string_view("-!/").find(c) == std::string_view::npos) {
            m_out += c;
        }
    }

    /// The letter that an accent belongs to: x, {x}, \i or {\i}; the mark follows it.
    void accented(std::string_view combining)
    {
        while (m_at < m_text.size() && (m_text[m_at] == '{' || m_text[m_at] == ' ' || m_text[m_at] == '\\')) {
            ++m_at;
        }
        if (m_at < m_text.size() && m_text[m_at] != '}') {
            std::size_t end = m_at;
            static_cast<void>(text::nextCodePoint(m_text, end));
            m_out += m_text.substr(m_at, end - m_at);
            m_at = end;
            m_out += combining;
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_mathEnd = std::string_view::npos; ///< the dollar sign that ends the formula at hand
    std::string m_out;
};

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

std::string withoutLatex(std::string_view text)
{
    return text::composed(LatexReader(text).read());
}

} // namespace winnow::formats
