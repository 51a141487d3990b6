#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A DOI in a text.
struct PrintedDoi
{
    /// As doiKey() has it. Where a line or a space may have divided the DOI, what it would be with the next
    /// word is the second.
    std::vector<std::string> keys;
    bool isOfOther = false; ///< the words before it say that it is another paper's: "refers to", "see also"
};

/// A DOI in the form in which it is compared: in lower case and without hyphens, which a line end may have
/// taken.
[[nodiscard]] std::string doiKey(std::string_view doi);

/// All DOIs of a text, in its order.
[[nodiscard]] std::vector<PrintedDoi> printedDois(std::string_view text);

/// The DOI that a file is named by, its slash written as another sign or left out:
/// "10.1016_j.jml.2019.01.pdf" has the key "10.1016/j.jml.2019.01". Empty where there is none.
[[nodiscard]] std::string doiKeyOfFileName(std::string_view name);

/// Whether one of the words that name another paper stands in `before`, folded words divided by one space:
/// "erratum to", "this editorial refers to". What is said of a paper behind them is not said of this one.
[[nodiscard]] bool pointsElsewhere(std::string_view before);

/// Whether a folded word may be a misprint of one that says so: "erraturn".
[[nodiscard]] bool isLikeMark(std::string_view word);

/// Without the list of references, as far as its heading can be told.
[[nodiscard]] std::string_view withoutReferences(std::string_view text);

} // namespace winnow::app
