#pragma once

#include "pdf/content.h"

#include <span>
#include <string>

namespace winnow::pdf {

/// What poppler takes for a word: often a part of one.
struct RawWord
{
    std::u32string text;
    Box box;
    int quarterTurns = 0; ///< of its writing; 0 is from left to right
    bool hasSpaceAfter = false;
};

/// The words that a person would search for: ligatures are letters, soft hyphens and what is no character are
/// gone, parts of a word that stand side by side are put together (a letter in another font begins a new part
/// for poppler), and so are the two parts of a word that was divided at the end of a line. The hyphen there
/// goes, unless what it joins looks like two words: "meta-" and "analysis" are "meta-analysis" where the
/// page has that elsewhere.
[[nodiscard]] PageText joinWords(std::span<const RawWord> parts);

} // namespace winnow::pdf
