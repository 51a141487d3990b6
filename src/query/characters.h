#pragma once

#include "query/problem.h"

#include <string_view>
#include <vector>

namespace winnow::query {

/// W04: characters that look like those of the language and are others, or like nothing at all: typographic
/// dashes, full-width letters and parentheses, zero-width characters. One problem for each kind. Typographic
/// quotation marks are found as tokens.
[[nodiscard]] std::vector<Problem> findOddCharacters(std::string_view query);

} // namespace winnow::query
