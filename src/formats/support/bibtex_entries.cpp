#include "formats/support/bibtex_entries.h"

#include "formats/support/bibtex_fields.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"

#include <algorithm>

namespace winnow::formats {

namespace {

constexpr std::size_t kMaxEntryBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxMacroBytes = std::size_t{4} << 20U;

/// Whether a line looks like `name = {` or `name = "`.
bool isFieldLine(std::string_view line)
{
    line = trimmed(line);
    const auto *const end = std::ranges::find_if_not(line, isBibtexNameCharacter);
    const std::string_view rest = trimmed({end, line.end()});
    const std::string_view value = rest.starts_with('=') ? trimmed(rest.substr(1)) : std::string_view();
    return end != line.begin() && (value.starts_with('{') || value.starts_with('"'));
}

/// Follows the braces of an entry from line to line.
class BraceDepth
{
public:
    /// Position behind the brace that closes the entry, or npos when it goes on.
    std::size_t scan(std::string_view line)
    {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            if (c == '\\') {
                ++i; // an escaped brace is text
            } else if (c == '{' || (c == '(' && m_depth == 0)) {
                m_isRound = m_isRound || c == '(';
                ++m_depth;
            } else if ((c == '}' && (m_depth > 1 || !m_isRound)) || (c == ')' && m_depth == 1 && m_isRound)) {
                --m_depth;
                if (m_depth <= 0) {
                    return i + 1;
                }
            }
        }
        return std::string_view::npos;
    }

    /// Takes back the last closing brace.
    void reopen() { m_depth = 1; }

private:
    int m_depth = 0;
    bool m_isRound = false;
};

} // namespace

bool isBibtexStart(std::string_view line)
{
    line = trimmed(line);
    if (!line.starts_with('@')) {
        return false;
    }
    const auto *const end = std::find_if_not(line.begin() + 1, line.end(), isLetter);
    const std::string_view rest = trimmed({end, line.end()});
    return end > line.begin() + 1 && (rest.starts_with('{') || rest.starts_with('('));
}

bool BibtexEntries::takeLine()
{
    if (m_hasLine) {
        return true;
    }
    if (!m_input.next()) {
        return false;
    }
    m_line = m_input.line();
    m_lineNumber = m_input.lineNumber();
    m_hasLine = true;
    return true;
}

bool BibtexEntries::findStart()
{
    while (takeLine()) {
        if (isBibtexStart(m_line)) {
            return true;
        }
        m_hasLine = false;
    }
    return false;
}

/// Collects the lines of the entry that begins with the line at hand.
BibtexEntries::Braces BibtexEntries::gather(BibtexEntry &entry)
{
    BraceDepth depth;
    Braces braces;
    while (takeLine()) {
        if (braces.areClosed) {
            // A brace too many inside a value ends the entry too early; then fields follow.
            if (!isFieldLine(m_line)) {
                return braces;
            }
            depth.reopen();
            braces = {false, true};
        } else if (!entry.raw.empty() && isBibtexStart(m_line)) {
            return braces;
        }
        const std::size_t end = depth.scan(m_line);
        const std::string_view line = m_line;
        entry.raw.append(line.substr(0, end)).push_back('\n');
        m_hasLine = false;
        if (entry.raw.size() > kMaxEntryBytes) {
            entry.problem = kTooLong;
            return braces;
        }
        if (end == std::string_view::npos) {
            continue;
        }
        braces.areClosed = true;
        if (const std::string_view rest = trimmed(line.substr(end)); isBibtexStart(rest)) {
            m_line = rest;
            m_hasLine = true;
            return braces;
        }
    }
    return braces;
}

void BibtexEntries::addMacros(const BibtexEntry &entry)
{
    for (const RawField &field : entry.fields) {
        m_macroBytes += field.name.size() + field.value.size();
        if (m_macroBytes < kMaxMacroBytes) {
            m_macros[lowered(field.name)] = field.value;
        }
    }
}

bool BibtexEntries::next(BibtexEntry &entry)
{
    while (findStart()) {
        entry = {};
        entry.line = m_lineNumber;
        const Braces braces = gather(entry);
        if (entry.problem.empty()) {
            parseBibtexEntry(entry, m_macros, braces.areStray);
        }
        if (entry.type == "string") {
            addMacros(entry);
        } else if (entry.type != "comment" && entry.type != "preamble") {
            if (!braces.areClosed) {
                entry.warning = "The entry is not closed by a brace; the next entry was taken as its end.";
            } else if (braces.areStray) {
                entry.warning = "The braces of the entry do not match; check its fields.";
            }
            return true;
        }
    }
    return false;
}

} // namespace winnow::formats
