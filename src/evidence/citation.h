#pragma once

#include "evidence/printed.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::evidence {

/// How references in a cell or in a sentence are printed.
struct CitationStyle
{
    std::string open = "[";
    std::string delimiter = ", ";
    std::string dash = "\u2013"; ///< within a run
    std::string close = "]";
    std::string eachOpen{}; ///< around each number: IEEE prints [1]–[3]
    std::string eachClose{};
    std::string outside = "E"; ///< before the numbers of evidence from outside the literature
    bool isSorted = true;
    bool isSuperscript = false;

    bool operator==(const CitationStyle &) const = default;
};

/// "brackets" (the default), "parentheses", "ieee", "superscript"; nothing for another name.
[[nodiscard]] std::optional<CitationStyle> citationStyleCalled(std::string_view name);

/// A reference by its number.
struct NumberedCitation
{
    int number = 0;
    bool isOutside = false; ///< of the list of evidence from outside the literature, which comes last
    std::string key{};      ///< of the reference
    std::string locator{};  ///< "p. 23"; keeps the number out of runs
    std::string mark{};     ///< behind the number, as of a note; likewise
};

/// Doubles dropped, sorted where the style says so, runs of three and more that ascend joined: 6, 11, 16, 17
/// and 18 give "[6, 11, 16–18]" (CSL 1.0.2, collapse "citation-number"). Nothing for nothing.
[[nodiscard]] std::vector<CitedText> citedText(std::vector<NumberedCitation> citations,
                                               const CitationStyle &style = {});

/// The pieces joined.
[[nodiscard]] std::string textOf(std::span<const CitedText> pieces);

} // namespace winnow::evidence
