#pragma once

#include "formats/format.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// One @entry of a BibTeX file, divided but not understood.
struct BibtexEntry
{
    std::string type; ///< in lower case
    std::string key;
    std::vector<RawField> fields; ///< values without their delimiters, macros resolved, LaTeX as it stands
    std::string raw;
    std::int64_t line = 0;
    std::string problem; ///< half a sentence when it cannot be trusted
    std::string warning; ///< a sentence when it had to be mended
};

/// The macros that @string defines, by name in lower case.
using BibtexMacros = std::map<std::string, std::string, std::less<>>;

/// Finds the entries of a BibTeX file. Everything outside of entries is passed over, as BibTeX does, and so
/// is a @comment with all that is inside its braces. A broken entry ends where the next line begins with
/// "@type{"; so does a comment that never ends.
class BibtexEntries
{
public:
    explicit BibtexEntries(TextInput &input)
        : m_input(input)
    {}

    /// The next entry that may be a record or hold data for others; @string is obeyed, @comment and @preamble
    /// are passed over.
    bool next(BibtexEntry &entry);

    /// The definitions of macros seen so far, as they stand in the file; bounded.
    [[nodiscard]] const std::string &macroText() const { return m_macroText; }

private:
    /// How the braces of an entry came out.
    struct Braces
    {
        bool areClosed = false;
        bool areStray = false; ///< one too many inside a value closed the entry before its end
    };

    struct Line
    {
        std::string text;
        std::int64_t number = 0;
    };

    std::optional<Line> nextLine();
    bool takeLine();
    bool findStart();
    Braces gather(BibtexEntry &entry);
    void skipComment();
    void addMacros(const BibtexEntry &entry);

    TextInput &m_input;
    std::string m_line; ///< the line at hand, or what is left of it
    std::int64_t m_lineNumber = 0;
    bool m_hasLine = false;
    std::deque<Line> m_back; ///< lines that were read ahead
    bool m_hasOpenComments = false;
    BibtexMacros m_macros;
    std::size_t m_macroBytes = 0;
    std::string m_macroText;
};

/// Whether a line is "@article" alone, so that the brace may stand on the next.
[[nodiscard]] bool isBibtexTypeAlone(std::string_view line);

/// Whether a line begins an entry: "@article{".
[[nodiscard]] bool isBibtexStart(std::string_view line);

} // namespace winnow::formats
