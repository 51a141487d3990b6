#pragma once

#include "text/tokens.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// What stands between the words of a text, for {exact phrases}: gap i stands before word i, the last behind
/// all words. Folded; white space of any length is one space.
[[nodiscard]] std::vector<std::string> gapsOf(std::string_view text, std::span<const text::Token> words);

/// The gaps that a term asks for; spaces around it are none.
[[nodiscard]] std::vector<std::string> askedGaps(std::string_view term);

/// One such gap.
[[nodiscard]] std::string gap(std::string_view text);

/// Whether an exact phrase with the gaps `asked` stands at word `at` of a text with the gaps `gaps`, as far
/// as they are concerned: between its words they are equal; before its first and behind its last word the
/// text may go on.
[[nodiscard]] bool
gapsFit(std::span<const std::string> asked, std::span<const std::string> gaps, std::size_t at);

} // namespace winnow::query
