#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// A table of appraisals, what is written of it, and its plots.
[[nodiscard]] std::string checkAppraisals(std::string_view bytes);

} // namespace winnow::fuzz
