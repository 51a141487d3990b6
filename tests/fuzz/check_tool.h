#pragma once

#include <string>
#include <string_view>

namespace winnow::fuzz {

/// A file with a tool for appraisal: what is written of it, its rules, and what answers to it amount to.
[[nodiscard]] std::string checkTool(std::string_view bytes);

} // namespace winnow::fuzz
