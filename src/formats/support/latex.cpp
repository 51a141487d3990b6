#include "formats/support/latex.h"

#include "formats/support/latex_symbols.h"
#include "formats/support/strings.h"
#include "text/encoding.h"
#include "text/fold.h"

#include <algorithm>
#include <cstddef>

namespace winnow::formats {

namespace {

constexpr std::string_view kSpecial = "\\{}$~-`'?!";
constexpr std::size_t kLongestFormula = 400;
constexpr std::size_t kLongestArgument = 500;
constexpr int kDeepest = 6;

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Reads LaTeX text step by step. An argument that is read by itself gets a reader of its own, down to a
/// bounded depth.
class LatexReader
{
public:
    explicit LatexReader(std::string_view text, int depth = 0, bool isFormula = false)
        : m_text(text)
        , m_depth(depth)
        , m_isFormula(isFormula)
    {
        m_out.reserve(text.size());
    }

    std::string read()
    {
        while (m_at < m_text.size()) {
            step();
        }
        return std::move(m_out);
    }

private:
    [[nodiscard]] char at(std::size_t position) const
    {
        return position < m_text.size() ? m_text[position] : '\0';
    }

    [[nodiscard]] bool goesOnWith(std::string_view piece) const
    {
        return m_text.substr(m_at).starts_with(piece);
    }

    void step()
    {
        const char c = m_text[m_at];
        if (c == '\\' && m_at + 1 < m_text.size()) {
            command();
        } else if (c == '{' || c == '}' || (c == '$' && isFormulaMark())) {
            ++m_at;
        } else if (m_isFormula && (c == '_' || c == '^')) {
            index(c);
        } else if (!ligature()) {
            const std::size_t end = std::min(
                m_text.find_first_of(m_isFormula ? "\\{}$~-`'?!_^" : kSpecial, m_at + 1), m_text.size());
            m_out += m_text.substr(m_at, end - m_at);
            m_at = end;
        }
    }

    bool ligature()
    {
        struct Ligature
        {
            std::string_view from;
            std::string_view to;
        };

        constexpr Ligature kLigatures[]{{"---", "\u2014"},
                                        {"--", "\u2013"},
                                        {"``", "\u201C"},
                                        {"''", "\u201D"},
                                        {"?`", "\u00BF"},
                                        {"!`", "\u00A1"},
                                        {"~", " "}};
        for (const auto &[from, to] : kLigatures) {
            if (goesOnWith(from) && !(m_isFormula && from == "''")) {
                m_out += to;
                m_at += from.size();
                return true;
            }
        }
        return false;
    }

    /// An index or exponent stands on the line; a ring as an exponent is the sign for degrees.
    void index(char mark)
    {
        ++m_at;
        for (const std::string_view ring : {"\\circ", "{\\circ}"}) {
            if (mark == '^' && goesOnWith(ring) && !isLetter(at(m_at + ring.size()))) {
                m_out += "\u00B0";
                m_at += ring.size();
            }
        }
    }

    /// Whether the dollar sign at hand begins or ends a formula; otherwise it is money. A formula touches its
    /// marks, no digit follows it, and it has a command or an index in it or is one word.
    bool isFormulaMark()
    {
        if (m_isFormula && m_at == m_formulaEnd) {
            m_isFormula = false;
            return true;
        }
        const std::size_t end =
            m_text.substr(0, std::min(m_text.size(), m_at + kLongestFormula)).find('$', m_at + 1);
        if (m_isFormula || end == std::string_view::npos) {
            return false;
        }
        const std::string_view formula = m_text.substr(m_at + 1, end - m_at - 1);
        const bool hasSigns = formula.find_first_of("\\_^") != std::string_view::npos;
        const bool isWord = !formula.empty() && std::ranges::none_of(formula, isBlank);
        const bool isTight = isWord && !isDigit(at(end + 1));
        if (formula.ends_with('\\') || !(hasSigns || isTight)) {
            return false;
        }
        m_formulaEnd = end;
        m_isFormula = true;
        return true;
    }

    void command()
    {
        const char c = m_text[m_at + 1];
        if (!isLetter(c)) {
            m_at += 2;
            symbol(c);
            return;
        }
        std::size_t end = m_at + 1;
        while (end < m_text.size() && isLetter(m_text[end])) {
            ++end;
        }
        const std::string_view name = m_text.substr(m_at + 1, end - m_at - 1);
        const LatexCommand kind = latexCommand(name);
        if (const auto text = latexSymbol(name)) {
            m_at = end;
            m_out += m_isAccentBase && name.size() == 1 && (name == "i" || name == "j") ? name : *text;
            endName();
        } else if (isWithoutArgument(kind, end)) {
            m_out += m_text.substr(m_at, end - m_at);
            m_at = end;
        } else {
            m_at = end;
            run(kind, name);
        }
    }

    /// Names that are text where nothing follows that they could work upon.
    [[nodiscard]] bool isWithoutArgument(LatexCommand kind, std::size_t end) const
    {
        const char next = at(end);
        if (kind == LatexCommand::AccentedLetter) {
            return next != '{' && next != ' ' && next != '\\';
        }
        return kind == LatexCommand::Unknown && (next != '{' || at(end + 1) == '}');
    }

    void run(LatexCommand kind, std::string_view name)
    {
        switch (kind) {
        case LatexCommand::AccentedLetter:
            accented(name);
            break;
        case LatexCommand::Dropped:
        case LatexCommand::LastOfTwo: // the second is in braces and is read as text
            argument();
            break;
        case LatexCommand::Address:
            m_out += argument();
            break;
        case LatexCommand::Fraction:
            m_out += plain(argument()) + '/';
            m_out += plain(argument());
            break;
        case LatexCommand::Root:
            m_out += "\u221A" + plain(argument());
            break;
        case LatexCommand::Quoted:
            m_out += "\u201C" + plain(argument()) + "\u201D";
            break;
        case LatexCommand::Plain:
        case LatexCommand::Switch:
        case LatexCommand::Unknown:
            endName();
            break;
        }
    }

    /// A blank behind a command only ends its name; so does an empty group. In formulas blanks mean nothing,
    /// but make "x \\leq 5" better to read.
    void endName()
    {
        if (goesOnWith("{}")) {
            m_at += 2;
            return;
        }
        while (!m_isFormula && m_at < m_text.size() && isBlank(m_text[m_at])) {
            ++m_at;
        }
    }

    void symbol(char c)
    {
        if (latexAccent({&c, 1}) && m_at < m_text.size()) {
            accented({&c, 1});
        } else if (std::string_view(" \\,;:>\n").find(c) != std::string_view::npos) {
            m_out += ' '; // the spaces of LaTeX, and its line end
        } else if (std::string_view("-!/").find(c) == std::string_view::npos) {
            m_out += c;
        }
    }

    /// Sets a mark upon the first character of the argument. Without one, the accent stands for itself.
    void accented(std::string_view name)
    {
        if (goesOnWith("{}")) {
            m_at += 2;
            m_out += isLetter(name.front()) ? "" : name;
            return;
        }
        LatexReader reader(argument(), m_depth + 1, m_isFormula);
        reader.m_isAccentBase = true;
        const std::string letters = m_depth < kDeepest ? reader.read() : std::string();
        if (letters.empty()) {
            return;
        }
        std::size_t end = 0;
        static_cast<void>(text::nextCodePoint(letters, end));
        m_out += text::composed(letters.substr(0, end) + std::string(*latexAccent(name)));
        m_out += letters.substr(end);
    }

    [[nodiscard]] std::string plain(std::string_view text) const
    {
        return m_depth < kDeepest ? LatexReader(text, m_depth + 1, m_isFormula).read() : std::string(text);
    }

    /// Takes what a command works upon: a group, without its braces, a command or a character. A group that
    /// does not end is none.
    std::string_view argument()
    {
        while (m_at < m_text.size() && isBlank(m_text[m_at])) {
            ++m_at;
        }
        const std::size_t begin = m_at;
        if (at(begin) == '{') {
            ++m_at;
            const std::size_t end = groupEnd(begin);
            if (end == std::string_view::npos) {
                return {};
            }
            m_at = end + 1;
            return m_text.substr(begin + 1, end - begin - 1);
        }
        if (at(begin) == '}' || begin >= m_text.size()) {
            return {};
        }
        if (at(begin) == '\\' && begin + 1 < m_text.size()) {
            ++m_at;
            const bool isAccent = latexAccent(m_text.substr(m_at, 1)).has_value() && !isLetter(at(m_at));
            while (isLetter(at(m_at)) && isLetter(at(m_at + 1))) {
                ++m_at;
            }
            static_cast<void>(text::nextCodePoint(m_text, m_at));
            if (isAccent && m_at < m_text.size() && at(m_at) != '{') {
                static_cast<void>(text::nextCodePoint(m_text, m_at)); // an accent upon an accent: \^\'e
            }
        } else {
            static_cast<void>(text::nextCodePoint(m_text, m_at));
        }
        return m_text.substr(begin, m_at - begin);
    }

    [[nodiscard]] std::size_t groupEnd(std::size_t begin) const
    {
        const std::size_t limit = std::min(m_text.size(), begin + kLongestArgument);
        int depth = 0;
        for (std::size_t i = begin; i < limit; ++i) {
            if (m_text[i] == '\\') {
                ++i;
            } else if (m_text[i] == '{') {
                ++depth;
            } else if (m_text[i] == '}' && --depth == 0) {
                return i;
            }
        }
        return std::string_view::npos;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    int m_depth = 0;
    bool m_isFormula = false;
    bool m_isAccentBase = false; ///< where the letters without dot get their accent instead
    std::size_t m_formulaEnd = std::string_view::npos; ///< the dollar sign that ends the formula at hand
    std::string m_out;
};

} // namespace

bool mayBeLatex(std::string_view text)
{
    return text.find_first_of(kSpecial) != std::string_view::npos;
}

std::string withoutLatex(std::string_view text)
{
    return LatexReader(text).read();
}

std::string asLatex(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + text.size() / 16);
    char before = '\0';
    for (const char c : text) {
        const bool joins = (c == '-' && before == '-') || (c == '\'' && before == '\'') ||
                           (c == '`' && (before == '`' || before == '?' || before == '!'));
        out += joins ? "{}" : "";
        before = c;
        switch (c) {
        case '\\':
            out += "\\textbackslash{}";
            break;
        case '{':
            out += "\\textbraceleft{}";
            break;
        case '}':
            out += "\\textbraceright{}";
            break;
        case '~':
            out += "\\textasciitilde{}";
            break;
        case '^':
            out += "\\textasciicircum{}";
            break;
        case '$':
        case '&':
        case '%':
        case '#':
        case '_':
            out += '\\';
            [[fallthrough]];
        default:
            out += c;
        }
    }
    return out;
}

} // namespace winnow::formats
