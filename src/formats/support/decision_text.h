#pragma once

#include "model/decision.h"

#include <span>
#include <string>

namespace winnow::formats {

/// How decisions leave Winnow in formats that have no field for them: "WINNOW title-abstract: include (anna;
/// reason: ...)".
[[nodiscard]] std::string decisionLine(const Decision &decision);

/// The verdicts of one stage in a cell: "include", or "include (anna); exclude (ben)" where several reviewers
/// decided.
[[nodiscard]] std::string verdictCell(std::span<const Decision> decisions, Stage stage);

/// The reasons of one stage in a cell, divided by "; ".
[[nodiscard]] std::string reasonCell(std::span<const Decision> decisions, Stage stage);

} // namespace winnow::formats
