#pragma once

#include <cstdint>
#include <string>

namespace winnow::publish {

/// Six hexadecimal digits in capitals, as LaTeX and Word want them.
[[nodiscard]] std::string hexColour(std::uint32_t rgb);

/// Whether white letters are easier to read on such a ground than those of an ink.
[[nodiscard]] bool isDark(std::uint32_t ground, std::uint32_t ink = 0);

} // namespace winnow::publish
