#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII letters only.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);
[[nodiscard]] bool containsIgnoringCase(std::string_view text, std::string_view lowerCasePart);
[[nodiscard]] bool isDigits(std::string_view text);
[[nodiscard]] bool isDigit(char c);
[[nodiscard]] bool isLetter(char c);

/// The number that `digits` write; 0 where it is none or too large.
[[nodiscard]] int toNumber(std::string_view digits);

/// Takes the first line off `rest` and returns it without its \n.
[[nodiscard]] std::string_view takeLine(std::string_view &rest);

/// Pieces between `separator`, trimmed, empty ones dropped.
[[nodiscard]] std::vector<std::string_view> pieces(std::string_view text, std::string_view separator);

/// Control characters but line ends become blanks.
[[nodiscard]] std::string withoutControls(std::string text);

/// All white space runs as one space, none at the ends.
[[nodiscard]] std::string squeezed(std::string_view text);

} // namespace winnow::formats
