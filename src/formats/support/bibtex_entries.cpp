#include "formats/support/bibtex_entries.h"

#include "formats/support/bibtex_fields.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <iterator>

namespace winnow::formats {

namespace {

constexpr std::size_t kMaxEntryBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxMacroBytes = std::size_t{4} << 20U;
constexpr std::size_t kMaxMacroText = std::size_t{256} << 10U;
constexpr std::size_t kMaxCommentBytes = std::size_t{1} << 20U;

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
    /// `countsEscaped`: also the braces behind a backslash, as BibTeX does.
    explicit BraceDepth(bool countsEscaped = false)
        : m_countsEscaped(countsEscaped)
    {}

    /// Position behind the brace that closes the entry, or npos when it goes on.
    std::size_t scan(std::string_view line)
    {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            if (c == '\\' && !m_countsEscaped) {
                ++i; // an escaped brace is text
            } else if (c == '"' && m_isRound && m_depth == 1) {
                m_isQuoted = !m_isQuoted;
            } else if (m_isQuoted) {
                m_depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                m_isQuoted = m_depth > 0;
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
    bool m_isQuoted = false; ///< within a value where a round bracket is text
    bool m_countsEscaped;
};

/// Whether the text ends with the brace that closes it when those behind a backslash are counted, too.
bool isClosedWhenCounted(std::string_view text)
{
    const std::size_t end = BraceDepth(true).scan(text);
    return end != std::string_view::npos && trimmed(text.substr(end)).empty();
}

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

bool isBibtexTypeAlone(std::string_view line)
{
    line = trimmed(line);
    return line.size() > 1 && line.front() == '@' && std::ranges::all_of(line.substr(1), isLetter);
}

std::optional<BibtexEntries::Line> BibtexEntries::nextLine()
{
    if (!m_back.empty()) {
        Line line = std::move(m_back.front());
        m_back.pop_front();
        return line;
    }
    return m_input.next() ? std::optional(Line{std::string(m_input.line()), m_input.lineNumber()})
                          : std::nullopt;
}

/// A type whose brace stands on the next line is one line with it.
bool BibtexEntries::takeLine()
{
    if (m_hasLine) {
        return true;
    }
    auto line = nextLine();
    if (!line) {
        return false;
    }
    m_line = std::move(line->text);
    m_lineNumber = line->number;
    m_hasLine = true;
    if (!isBibtexTypeAlone(m_line)) {
        return true;
    }
    if (auto next = nextLine()) {
        std::string both = m_line + '\n' + next->text;
        if (isBibtexStart(both)) {
            m_line = std::move(both);
        } else {
            m_back.push_front(*std::move(next));
        }
    }
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
        if (std::string rest(trimmed(line.substr(end))); isBibtexStart(rest)) {
            m_line = std::move(rest);
            m_hasLine = true;
            return braces;
        }
    }
    return braces;
}

/// Passes over a comment and the entries inside it. When it turns out not to end, what stands behind its
/// first line was no comment; this is tried once, since it costs reading ahead.
void BibtexEntries::skipComment()
{
    BraceDepth depth;
    std::deque<Line> lines;
    std::size_t bytes = 0;
    while (takeLine()) {
        if (m_hasOpenComments && !lines.empty() && isBibtexStart(m_line)) {
            return;
        }
        const std::size_t end = depth.scan(m_line);
        if (end != std::string_view::npos) {
            m_line.erase(0, end);
            m_line.erase(0, std::min(m_line.find('@'), m_line.size()));
            m_hasLine = isBibtexStart(m_line);
            return;
        }
        m_hasLine = false;
        bytes += m_line.size() + 1;
        if (!m_hasOpenComments || lines.empty()) {
            lines.push_back({m_line, m_lineNumber});
        }
        if (bytes > kMaxCommentBytes && !m_hasOpenComments) {
            break;
        }
    }
    if (!m_hasOpenComments && !lines.empty()) {
        m_hasOpenComments = true;
        lines.pop_front();
        m_back.insert(
            m_back.begin(), std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.end()));
    }
}

void BibtexEntries::addMacros(const BibtexEntry &entry)
{
    for (const RawField &field : entry.fields) {
        const std::size_t bytes = field.name.size() + field.value.size();
        if (m_macroBytes + bytes <= kMaxMacroBytes) {
            m_macroBytes += bytes;
            m_macros[lowered(field.name)] = field.value;
        }
    }
    if (m_macroText.size() + entry.raw.size() <= kMaxMacroText) {
        m_macroText += entry.raw;
    }
}

bool BibtexEntries::next(BibtexEntry &entry)
{
    while (findStart()) {
        if (equalsIgnoringCase(trimmed(std::string_view(m_line).substr(0, m_line.find_first_of("{("))),
                               "@comment")) {
            skipComment();
            continue;
        }
        entry = {};
        entry.line = m_lineNumber;
        const Braces braces = gather(entry);
        const bool isCounted = !braces.areClosed && isClosedWhenCounted(entry.raw);
        if (entry.problem.empty()) {
            parseBibtexEntry(entry,
                             m_macros,
                             isCounted         ? BraceReading::Counted
                             : braces.areStray ? BraceReading::Stray
                                               : BraceReading::Usual);
        }
        if (entry.type == "string") {
            addMacros(entry);
        } else if (entry.type != "preamble") {
            if (!braces.areClosed && !isCounted) {
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
