#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::flow {

/// Width of a text in Helvetica or Arial at `size`, in the unit of `size`. Other scripts are estimated, on
/// the wide side.
[[nodiscard]] double textWidth(std::string_view text, double size);

/// Breaks a text into lines that are no wider than `width`; between words, and inside a word only where it
/// alone is too wide. No-break spaces (U+00A0) hold words together.
[[nodiscard]] std::vector<std::string> wrap(std::string_view text, double width, double size);

} // namespace winnow::flow
