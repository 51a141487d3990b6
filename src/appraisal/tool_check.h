#pragma once

#include "appraisal/tool.h"

#include <string>
#include <vector>

namespace winnow::appraisal {

/// What is wrong with the rules of a tool, a sentence each: a question that no answers lead to, a rule that
/// can never match, answers that leave a domain without a judgement. All ways of answering are tried.
[[nodiscard]] std::vector<std::string> problemsOf(const Tool &tool);

} // namespace winnow::appraisal
