#include "formats/support/bibtex_entry.h"

#include "formats/support/strings.h"

#include <cctype>

namespace winnow::formats {

namespace {

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' || c == ':' || c == '+' || c == '/';
}

class EntryParser
{
public:
    EntryParser(std::string_view text, BibtexMacros &macros)
        : m_text(text)
        , m_macros(macros)
    {
    }

    BibtexEntry parse()
    {
        BibtexEntry entry;
        m_at = m_text.find('@') + 1;
        entry.type = lowered(name());
        skipSpace();
        ++m_at; // the opening brace or parenthesis
        if (entry.type == "string" || entry.type == "comment" || entry.type == "preamble") {
            entry.isNoRecord = true;
            if (entry.type == "string") {
                for (const RawField &macro : fields()) {
                    m_macros[macro.name] = macro.value;
                }
            }
            return entry;
        }
        const std::size_t comma = m_text.find_first_of(",=}\n", m_at);
        if (comma != std::string_view::npos && m_text[comma] != '=') {
            entry.key = trimmed(m_text.substr(m_at, comma - m_at));
            m_at = comma;
        }
        entry.fields = fields();
        return entry;
    }

private:
    void skipSpace()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0) {
            ++m_at;
        }
    }

    std::string_view name()
    {
        skipSpace();
        const std::size_t from = m_at;
        while (m_at < m_text.size() && isNameCharacter(m_text[m_at])) {
            ++m_at;
        }
        return m_text.substr(from, m_at - from);
    }

    /// name = value pairs divided by commas; stops where the text no longer has that form.
    std::vector<RawField> fields()
    {
        std::vector<RawField> list;
        while (m_at < m_text.size()) {
            while (m_at < m_text.size() && (m_text[m_at] == ',' || std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0)) {
                ++m_at;
            }
            std::string fieldName = lowered(name());
            skipSpace();
            if (fieldName.empty() || m_at >= m_text.size() || m_text[m_at] != '=') {
                break;
            }
            ++m_at;
            std::string fieldValue = value();
            list.push_back({std::move(fieldName), std::move(fieldValue)});
        }
        return list;
    }

    /// Pieces joined by #: {...}, "...", a number or the name of a macro.
    std::string value()
    {
        std::string joined;
        do {
            skipSpace();
            if (m_at >= m_text.size()) {
                break;
            }
            if (m_text[m_at] == '{') {
                joined += delimited('}');
            } else if (m_text[m_at] == '"') {
                joined += delimited('"');
            } else {
                const std::string word(name());
                const auto macro = m_macros.find(lowered(word));
                joined += macro == m_macros.end() ? word : macro->second;
                if (word.empty()) {
                    break;
                }
            }
            skipSpace();
        } while (m_at < m_text.size() && m_text[m_at] == '#' && ++m_at > 0);
        return joined;
    }

    /// The text up to the closing mark outside inner braces; to the end where there is none.
    std::string delimited(char close)
    {
        const std::size_t from = ++m_at;
        int depth = 0;
        for (; m_at < m_text.size(); ++m_at) {
            const char c = m_text[m_at];
            if (c == '\\') {
                ++m_at;
            } else if (c == close && depth == 0) {
                return std::string(trimmed(m_text.substr(from, m_at++ - from)));
            } else if (c == '{') {
                ++depth;
            } else if (c == '}' && depth > 0) {
                --depth;
            }
        }
        return std::string(trimmed(m_text.substr(from)));
    }

    std::string_view m_text;
    BibtexMacros &m_macros;
    std::size_t m_at = 0;
};

} // namespace

bool beginsBibtexEntry(std::string_view line)
{
    line = trimmed(line);
    if (!line.starts_with('@')) {
        return false;
    }
    std::size_t i = 1;
    while (i < line.size() && std::isalpha(static_cast<unsigned char>(line[i])) != 0) {
        ++i;
    }
    const bool hasName = i > 1;
    while (i < line.size() && line[i] == ' ') {
        ++i;
    }
    return hasName && i < line.size() && (line[i] == '{' || line[i] == '(');
}

BibtexEntry parseBibtexEntry(std::string_view text, BibtexMacros &macros)
{
    return EntryParser(text, macros).parse();
}

void BraceDepth::add(std::string_view line)
{
    for (std::size_t i = 0; i < line.size(); ++i) {
        switch (line[i]) {
        case '\\':
            ++i;
            break;
        case '{':
            m_isOpened = true;
            ++m_depth;
            break;
        case '}':
            --m_depth;
            break;
        default:
            break;
        }
    }
}

} // namespace winnow::formats
