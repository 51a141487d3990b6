#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::text {

/// How many bytes the blank at the head of a text takes: white space, a control character or a blank that
/// does not break (U+00A0, U+2009, U+202F); 0 where none stands there.
[[nodiscard]] std::size_t blankAtHead(std::string_view text);

/// Without blanks at the ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace winnow::text
