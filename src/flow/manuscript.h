#pragma once

#include "flow/check.h"
#include "flow/numbers.h"

#include <string_view>
#include <vector>

namespace winnow::flow {

/// Rule R20: what the text of a manuscript says of the numbers of a diagram, in English: "we screened 1,204
/// records", "twelve studies were included". A number that stands with one of the words for a box
/// (identified, duplicates, screened, excluded, assessed, included) and is none of the numbers of that box
/// gives a warning with the words around it. What cannot be told apart with some certainty is passed over.
[[nodiscard]] std::vector<Finding> checkManuscript(const Numbers &numbers, std::string_view text);

} // namespace winnow::flow
