#include "formats/support/csv_decisions.h"

#include "formats/support/csv_dialects.h"
#include "formats/support/decision_text.h"
#include "formats/support/strings.h"

#include <algorithm>

namespace winnow::formats {

/// The label columns of ASReview come in many spellings; of several in one file the first counts.
const CsvDecisions::Role CsvDecisions::kRoles[]{
    {"titleabstractverdict", Stage::TitleAbstract, Part::Verdict},
    {"titleabstractreason", Stage::TitleAbstract, Part::Reason},
    {"titleabstractnote", Stage::TitleAbstract, Part::Note},
    {"titleabstractreviewer", Stage::TitleAbstract, Part::Reviewer},
    {"fulltextverdict", Stage::FullText, Part::Verdict},
    {"fulltextreason", Stage::FullText, Part::Reason},
    {"fulltextnote", Stage::FullText, Part::Note},
    {"fulltextreviewer", Stage::FullText, Part::Reviewer},
    {"asreviewlabel", {}, Part::Verdict},
    {"asreviewnote", {}, Part::Note},
    {"asreviewusername", {}, Part::Reviewer},
    {"labelincluded", {}, Part::Verdict},
    {"includedlabel", {}, Part::Verdict},
    {"finalincluded", {}, Part::Verdict},
    {"includedfinal", {}, Part::Verdict},
    {"includedflag", {}, Part::Verdict},
    {"included", {}, Part::Verdict},
    {"include", {}, Part::Verdict},
    {"label", {}, Part::Verdict},
    {"verdict", {}, Part::Verdict},
    {"decision", {}, Part::Verdict},
    {"exclusionreason", {}, Part::Reason},
    {"reasonforexclusion", {}, Part::Reason},
    {"reason", {}, Part::Reason},
    {"reviewer", {}, Part::Reviewer},
};

CsvDecisions::CsvDecisions(std::span<const std::string> columns)
{
    std::vector<std::string> names(columns.size());
    std::ranges::transform(columns, names.begin(), nameOfColumn);
    for (const Role &role : kRoles) {
        const auto found = std::ranges::find(names, role.name);
        const bool isTaken = std::ranges::any_of(m_columns, [&](const Column &column) {
            return column.stage == role.stage && column.part == role.part;
        });
        if (found != names.end() && !isTaken) {
            m_columns.push_back({static_cast<std::size_t>(found - names.begin()), role.stage, role.part});
        }
    }
    // Remarks without a verdict are columns like any other.
    std::erase_if(m_columns, [&, all = m_columns](const Column &column) {
        return std::ranges::none_of(all, [&](const Column &other) {
            return other.part == Part::Verdict && other.stage == column.stage;
        });
    });
    // Abstrackr: behind "consensus", each reviewer's name with "labeled_at" behind it.
    auto at = std::ranges::find(names, "consensus");
    while (at != names.end() && ++at != names.end()) {
        if (at + 1 != names.end() && *at != "labeledat" && *(at + 1) == "labeledat") {
            const auto index = static_cast<std::size_t>(at - names.begin());
            m_reviewers.emplace_back(index, columns[index]);
        }
    }
}

bool CsvDecisions::holds(std::size_t column) const
{
    return std::ranges::find(m_columns, column, &Column::index) != m_columns.end();
}

std::vector<ReadDecision> CsvDecisions::of(std::span<const std::string> row) const
{
    std::vector<ReadDecision> decisions = ofReviewers(row);
    for (const std::optional<Stage> stage :
         {std::optional<Stage>(), std::optional(Stage::TitleAbstract), std::optional(Stage::FullText)}) {
        DecisionCells cells;
        for (const Column &column : m_columns) {
            if (column.stage != stage || column.index >= row.size()) {
                continue;
            }
            std::string &cell = column.part == Part::Verdict  ? cells.verdict
                                : column.part == Part::Reason ? cells.reason
                                : column.part == Part::Note   ? cells.note
                                                              : cells.reviewer;
            cell = std::string(trimmed(row[column.index]));
        }
        for (ReadDecision &decision : fromCells(cells, stage.value_or(Stage::TitleAbstract))) {
            decision.stage = stage;
            decisions.push_back(std::move(decision));
        }
    }
    return decisions;
}

/// Abstrackr's labels: 1 yes, -1 no, 0 borderline.
std::vector<ReadDecision> CsvDecisions::ofReviewers(std::span<const std::string> row) const
{
    std::vector<ReadDecision> decisions;
    for (const auto &[index, reviewer] : m_reviewers) {
        const std::string_view label = index < row.size() ? trimmed(row[index]) : std::string_view();
        if (label == "0") {
            decisions.push_back({{}, reviewer, Verdict::Maybe, {}, {}});
        } else if (const auto verdict = verdictFrom(label)) {
            decisions.push_back({{}, reviewer, *verdict, {}, {}});
        }
    }
    return decisions;
}

} // namespace winnow::formats
