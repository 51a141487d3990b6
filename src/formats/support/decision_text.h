#pragma once

#include "formats/format.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// How decisions leave Winnow in formats that have no field for them: "WINNOW title-abstract: include (anna;
/// reason: ...; note: ...)". A semicolon or backslash in a value has a backslash before it.
[[nodiscard]] std::string decisionLine(const ReadDecision &decision);

/// The decisions in a note: of Winnow, of Rayyan (RAYYAN-INCLUSION: {"Ann"=>"Included"} |
/// RAYYAN-EXCLUSION-REASONS: a,b) and of ASReview (ASReview_relevant). Rayyan's labels become the note.
[[nodiscard]] std::vector<ReadDecision> decisionsInNote(std::string_view note);

/// The decisions of one stage as the cells of a table. Of a lone reviewer they are plain; where several
/// decided, each cell names them: "include (anna); exclude (ben)".
struct DecisionCells
{
    std::string verdict;
    std::string reason;
    std::string note;
    std::string reviewer; ///< of a lone decision
};

[[nodiscard]] DecisionCells toCells(std::span<const ReadDecision> decisions, Stage stage);

/// Reads the cells back.
[[nodiscard]] std::vector<ReadDecision> fromCells(const DecisionCells &cells, Stage stage);

/// The verdict for the words and numbers that screening tools print: "include", "Included", "relevant",
/// "yes", "1"; "exclude", "irrelevant", "no", "0", "-1"; "maybe", "unsure", "undecided". Nothing for all
/// else.
[[nodiscard]] std::optional<Verdict> verdictFrom(std::string_view word);

} // namespace winnow::formats
