#pragma once

#include "appraisal/tool.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace winnow::appraisal {

/// Reads a tool from JSON; the README describes the form. Fails with WrongFormat and names the part at fault:
/// an answer set that is not there, a condition on a question that does not come before, an id that occurs
/// twice. Whether the rules are complete is another matter; see problemsOf().
[[nodiscard]] Result<Tool> parseTool(std::string_view text);

/// The same tool; parseTool(toJson(tool)) gives the tool again.
[[nodiscard]] std::string toJson(const Tool &tool);

} // namespace winnow::appraisal
