#pragma once

#include "model/record.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// Abbreviations of @string, by their names in lower case.
using BibtexMacros = std::map<std::string, std::string, std::less<>>;

/// One entry taken apart; values are without their delimiters, still with LaTeX inside.
struct BibtexEntry
{
    std::string type; ///< lower case
    std::string key;
    std::vector<RawField> fields; ///< names in lower case
    bool isNoRecord = false;      ///< @string, @comment or @preamble
};

/// "@article{", "@ARTICLE (" ... at the beginning of a line.
[[nodiscard]] bool beginsBibtexEntry(std::string_view line);

/// Takes an entry apart as far as it goes; an @string is added to `macros`.
[[nodiscard]] BibtexEntry parseBibtexEntry(std::string_view text, BibtexMacros &macros);

/// Follows the braces of an entry line by line.
class BraceDepth
{
public:
    void add(std::string_view line);

    [[nodiscard]] bool isClosed() const { return m_isOpened && m_depth <= 0; }

private:
    int m_depth = 0;
    bool m_isOpened = false;
};

} // namespace winnow::formats
