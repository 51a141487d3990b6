#pragma once

#include "sources/support/json_values.h"

#include <string>

namespace winnow::sources {

/// The text that OpenAlex sends as {"word": [positions]}. What is no position is passed over, of two words at
/// one place the first counts, and a text longer than any abstract ends early.
[[nodiscard]] std::string textOfInvertedIndex(const Json &index);

} // namespace winnow::sources
