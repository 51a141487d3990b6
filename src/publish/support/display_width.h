#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::publish {

/// Whether a sign of East Asia takes two columns on a screen of characters.
[[nodiscard]] bool isWide(char32_t c);

/// Columns that a line takes on a screen of characters.
[[nodiscard]] std::size_t displayWidth(std::string_view line);

/// How many lines a text takes in a column that holds `charactersPerLine` of average width.
[[nodiscard]] int estimatedLines(std::string_view text, double charactersPerLine);

} // namespace winnow::publish
