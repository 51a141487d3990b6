#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// What winnow-pdf may answer, as the program reads it that must not trust it: it is refused, or it is as it
/// would be written, and text is text. The same of requests, the other way.
[[nodiscard]] std::string checkPdfMessage(std::string_view bytes);

/// Words as poppler finds them on a page: what is made of them is text, in order, and loses no letter.
[[nodiscard]] std::string checkPdfWords(std::string_view bytes);

} // namespace winnow::fuzz
