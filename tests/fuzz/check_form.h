#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// A form of extraction, what is written of it, and what it makes of values; the bytes are a form in JSON.
[[nodiscard]] std::string checkForm(std::string_view bytes);

/// What somebody types into a field of each type, and the same bytes as values in JSON.
[[nodiscard]] std::string checkValue(std::string_view bytes);

} // namespace winnow::fuzz
