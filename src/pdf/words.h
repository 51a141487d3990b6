#pragma once

#include "pdf/content.h"
#include "pdf/raw_word.h"

#include <span>

namespace winnow::pdf {

/// The words that a person would search for: ligatures are letters, soft hyphens and what is no character are
/// gone, Hebrew and Arabic are in the order in which they are read, parts of a word that stand side by side
/// are put together (a letter in another font begins a new part for poppler), and so are the two parts of a
/// word that was divided at the end of a line. The hyphen there goes, unless what it joins looks like two
/// words: "meta-" and "analysis" are "meta-analysis" where the page has that elsewhere.
[[nodiscard]] PageText joinWords(std::span<const RawWord> parts);

} // namespace winnow::pdf
