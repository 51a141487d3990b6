#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// detectFormat() on the head of any file.
[[nodiscard]] std::string checkDetection(std::string_view bytes);

/// TextInput: lines and pieces give the same text, whatever the encoding and wherever a buffer ends.
[[nodiscard]] std::string checkTextInput(std::string_view bytes);

/// The functions that take markup and LaTeX out of text.
[[nodiscard]] std::string checkMarkup(std::string_view bytes);

} // namespace winnow::fuzz
