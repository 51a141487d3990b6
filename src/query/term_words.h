#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// The folded words of a term, divided as texts are; with `withWildcards`, * and ? stay parts of the word
/// they touch, and one that touches none is a word of its own.
[[nodiscard]] std::vector<std::string> termWords(std::string_view term, bool withWildcards);

/// Words so frequent that Scopus ignores them outside quotation marks.
[[nodiscard]] bool isStopWord(std::string_view foldedWord);

} // namespace winnow::query
