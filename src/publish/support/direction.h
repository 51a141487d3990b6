#pragma once

#include <string_view>

namespace winnow::publish {

/// The first part of a language tag: "id" of "id-ID".
[[nodiscard]] std::string_view primaryLanguage(std::string_view language);

/// Whether a language is written from right to left.
[[nodiscard]] bool isRightToLeftLanguage(std::string_view language);

/// Whether a letter belongs to a script that is written from right to left.
[[nodiscard]] bool runsFromRight(char32_t c);

/// Whether the first letter of a text that has a direction runs from right to left.
[[nodiscard]] bool isRightToLeft(std::string_view text);

} // namespace winnow::publish
