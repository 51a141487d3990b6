#pragma once

#include "app/appraisals.h"

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <span>
#include <string>

namespace winnow::cli {

/// The tools, a line each.
void printTools(std::ostream &out, std::span<const appraisal::ToolPtr> tools);
[[nodiscard]] nlohmann::ordered_json toolsJson(std::span<const appraisal::ToolPtr> tools);

/// The questions of a tool by domain, with the answers so far and which are to be answered next. `appraisal`
/// may be nullptr: nothing was answered.
void printQuestions(std::ostream &out, const appraisal::Tool &tool, const app::RecordAppraisal *appraisal);
[[nodiscard]] nlohmann::ordered_json questionsJson(const appraisal::Tool &tool,
                                                   const app::RecordAppraisal *appraisal);

/// What was said of one record: judgements, answers, what is open and on what reviewers differ.
void printAppraisal(std::ostream &out, const app::RecordAppraisal &appraisal);
[[nodiscard]] nlohmann::ordered_json appraisalsJson(const std::vector<app::RecordAppraisal> &appraisals);

} // namespace winnow::cli
