#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// Numbers of a flow diagram from CSV and from JSON, their check, and what is written of them.
[[nodiscard]] std::string checkFlowNumbers(std::string_view bytes);

} // namespace winnow::fuzz
