#pragma once

#include "app/workspace.h"
#include "screening/outcome.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace winnow::app {

struct DecideRequest
{
    RecordId record; ///< a duplicate stands for its group
    Stage stage = Stage::TitleAbstract;
    Verdict verdict = Verdict::Include;
    std::string reason;
    std::string note;
};

/// Records the decisions of the current reviewer as one act; either all or, on any failure, none. A record
/// that was excluded at title and abstract cannot be decided at full text. Committed to the disk on return.
[[nodiscard]] Result<void> decide(Workspace &workspace, std::span<const DecideRequest> requests);

/// Whether a file holds no records of its own, so that it can only be a list for decisionsFromCsv().
[[nodiscard]] bool isDecisionList(const std::filesystem::path &file);

/// Reads decisions from a CSV file with the columns key, stage, verdict and, if present, reason and note.
/// Names the line of the first row that cannot be used.
[[nodiscard]] Result<std::vector<DecideRequest>> decisionsFromCsv(Workspace &workspace,
                                                                  const std::filesystem::path &file);

/// What all reviewers' decisions on the group of a record come to at a stage.
[[nodiscard]] Result<screening::Outcome> outcomeOf(Workspace &workspace, RecordId record, Stage stage);

} // namespace winnow::app
