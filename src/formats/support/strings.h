#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

[[nodiscard]] std::string_view trimmed(std::string_view text);

/// ASCII letters only.
[[nodiscard]] std::string lowered(std::string_view text);
[[nodiscard]] bool equalsIgnoringCase(std::string_view a, std::string_view b);
[[nodiscard]] bool isDigits(std::string_view text);

/// Pieces between `separator`, trimmed, empty ones dropped.
[[nodiscard]] std::vector<std::string> pieces(std::string_view text, std::string_view separator);

/// All white space runs as one space, none at the ends.
[[nodiscard]] std::string squeezed(std::string_view text);

/// Adds a line to a text that may be empty.
void appendLine(std::string &text, std::string_view line);

} // namespace winnow::formats
