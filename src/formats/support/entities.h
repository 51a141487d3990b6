#pragma once

#include <optional>
#include <string_view>

namespace winnow::formats {

/// The character of an entity without its "&" and ";": a name of HTML 4.01, section 24 ("eacute"), or a
/// number
/// ("#233", "#xE9"). Nothing for all else.
[[nodiscard]] std::optional<char32_t> entityCharacter(std::string_view name);

} // namespace winnow::formats
