#include "formats/support/bibtex_fields.h"

#include "formats/support/normalise.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <optional>

namespace winnow::formats {

namespace {

/// Bytes that macros may add to an entry: each can double what the one before has.
constexpr std::size_t kMaxExpanded = std::size_t{256} << 10U;

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class EntryParser
{
public:
    EntryParser(BibtexEntry &entry, const BibtexMacros &macros, BraceReading braces)
        : m_entry(entry)
        , m_macros(macros)
        , m_text(entry.raw)
        , m_braces(braces)
    {}

    void parse()
    {
        m_at = m_text.find('@') + 1;
        const std::size_t open = m_text.find_first_of("{(", m_at);
        m_entry.type = lowered(trimmed(m_text.substr(m_at, open - m_at)));
        m_open = open;
        m_at = open + 1;
        if (m_entry.type == "comment" || m_entry.type == "preamble") {
            return;
        }
        if (m_entry.type != "string") {
            key();
        }
        while (m_entry.problem.empty() && field()) {
        }
    }

private:
    /// Up to the first comma. An entry without key begins with a field at once; where the comma behind the
    /// key is missing, one follows.
    void key()
    {
        skipSpace();
        const std::size_t end = std::min(m_text.find_first_of(",}\n", m_at), m_text.size());
        std::string_view key = m_text.substr(m_at, end - m_at);
        const std::string_view front = trimmed(key.substr(0, key.find('=')));
        const std::size_t blank = front.rfind(' ');
        const std::string_view name = front.substr(blank == std::string_view::npos ? 0 : blank + 1);
        if (front.size() < key.size() && !name.empty() && std::ranges::all_of(name, isBibtexNameCharacter) &&
            key.find('=') != std::string_view::npos) {
            key = key.substr(0, static_cast<std::size_t>(name.data() - key.data()));
        }
        m_at += key.size();
        m_entry.key = squeezed(key);
        if (m_entry.key.ends_with(')') && m_text[m_open] == '(') {
            m_entry.key.pop_back();
        }
    }

    /// Reads the next field, passing over what is none; false at the end.
    bool field()
    {
        while (m_at < m_text.size()) {
            if (!isBibtexNameCharacter(m_text[m_at])) {
                ++m_at;
                continue;
            }
            const std::size_t begin = m_at;
            while (m_at < m_text.size() && isBibtexNameCharacter(m_text[m_at])) {
                ++m_at;
            }
            const std::string_view name = m_text.substr(begin, m_at - begin);
            skipSpace();
            if (m_at < m_text.size() && m_text[m_at] == '=') {
                ++m_at;
                value(name);
                return true;
            }
        }
        return false;
    }

    void value(std::string_view name)
    {
        std::string text;
        do {
            skipSpace();
            const auto part = valuePart();
            if (!part) {
                m_entry.problem = "is broken: the value of " + std::string(name) + " never ends";
                return;
            }
            text += *part;
            if (m_expanded > kMaxExpanded) {
                m_entry.problem = kTooLong;
                return;
            }
            skipSpace();
        } while (m_at < m_text.size() && m_text[m_at] == '#' && ++m_at > 0);
        m_entry.fields.push_back({std::string(name), std::move(text)});
    }

    std::optional<std::string> valuePart()
    {
        if (m_at < m_text.size() && m_text[m_at] == '{') {
            return delimited('}');
        }
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            return delimited('"');
        }
        const std::size_t end = std::min(m_text.find_first_of(",}#\n)", m_at), m_text.size());
        const std::string word(trimmed(m_text.substr(m_at, end - m_at)));
        m_at = end;
        const auto macro = m_macros.find(lowered(word));
        if (macro == m_macros.end()) {
            return word;
        }
        m_expanded += macro->second.size();
        return macro->second;
    }

    /// A value in braces or quotes; nothing when it does not end.
    std::optional<std::string> delimited(char close)
    {
        const std::size_t begin = ++m_at;
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\' && m_braces != BraceReading::Counted) {
                ++m_at;
            } else if (c == close && depth == 0 && isPlausibleEnd(close)) {
                std::string text(m_text.substr(begin, m_at - begin));
                ++m_at;
                return text;
            } else if (c == '{') {
                ++depth;
            } else if (c == '}' && depth > 0) {
                --depth;
            }
        }
        return std::nullopt;
    }

    /// What follows a value: a comma, #, the end of the entry, or another field where the comma was
    /// forgotten.
    [[nodiscard]] bool isPlausibleEnd(char close) const
    {
        if (close == '}' && m_braces != BraceReading::Stray) {
            return true;
        }
        std::size_t next = m_at + 1;
        while (next < m_text.size() && isSpace(m_text[next])) {
            ++next;
        }
        if (next == m_text.size() || std::string_view(",}#)").find(m_text[next]) != std::string_view::npos) {
            return true;
        }
        const std::string_view between = m_text.substr(m_at + 1, next - m_at - 1);
        const auto *const nameEnd = std::find_if_not(
            m_text.begin() + static_cast<std::ptrdiff_t>(next), m_text.end(), isBibtexNameCharacter);
        const auto *const sign = std::find_if_not(nameEnd, m_text.end(), isSpace);
        return between.find('\n') != std::string_view::npos && sign != m_text.end() && *sign == '=';
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(m_text[m_at])) {
            ++m_at;
        }
    }

    BibtexEntry &m_entry;
    const BibtexMacros &m_macros;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_open = 0; ///< the brace that opens the entry
    BraceReading m_braces;
    std::size_t m_expanded = 0; ///< bytes that came from macros
};

} // namespace

bool isBibtexNameCharacter(char c)
{
    return isLetter(c) || isDigit(c) || c == '-' || c == '_' || c == ':' || c == '.' || c == '+' || c == '/';
}

void parseBibtexEntry(BibtexEntry &entry, const BibtexMacros &macros, BraceReading braces)
{
    EntryParser(entry, macros, braces).parse();
}

} // namespace winnow::formats
