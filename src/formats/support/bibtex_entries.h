#pragma once

#include "formats/format.h"

#include <cstdint>
#include <map>
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

/// Finds the entries of a BibTeX file. Everything outside of entries is passed over, as BibTeX does; a broken
/// entry ends where the next line begins with "@type{".
class BibtexEntries
{
public:
    explicit BibtexEntries(TextInput &input)
        : m_input(input)
    {}

    /// The next entry that may be a record; @string is obeyed, @comment and @preamble are passed over.
    bool next(BibtexEntry &entry);

private:
    /// How the braces of an entry came out.
    struct Braces
    {
        bool areClosed = false;
        bool areStray = false; ///< one too many inside a value closed the entry before its end
    };

    bool takeLine();
    bool findStart();
    Braces gather(BibtexEntry &entry);
    void addMacros(const BibtexEntry &entry);

    TextInput &m_input;
    std::string_view m_line; ///< the line at hand, or what is left of it; of the input
    std::int64_t m_lineNumber = 0;
    bool m_hasLine = false;
    std::map<std::string, std::string> m_macros; ///< by name in lower case
    std::size_t m_macroBytes = 0;
};

/// Whether a line begins an entry: "@article{".
[[nodiscard]] bool isBibtexStart(std::string_view line);

} // namespace winnow::formats
