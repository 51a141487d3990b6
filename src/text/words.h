#pragma once

#include <string>
#include <string_view>

namespace winnow::text {

/// Appends a text in lower case by the rules of Unicode that hold in every language; fast where it is ASCII.
void appendLower(std::string &out, std::string_view text);

/// Letters, numbers of any kind and the underscore: what `\w` matches in most regular expressions.
[[nodiscard]] bool isWordCharacter(char32_t codePoint);

} // namespace winnow::text
