#pragma once

#include "app/workspace.h"
#include "model/decision.h"

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
    /// Beside `reason`; of all, the one that comes first in the stage's settings becomes the primary one.
    std::vector<std::string> furtherReasons = {};
    std::string bulk = {}; ///< the query whose records are decided at once; empty otherwise
};

/// Records the decisions of the current reviewer as one act; either all or, on any failure, none. A record
/// that was excluded at an earlier stage cannot be decided at a later one; an exclusion has a reason where
/// the stage asks for one, and one of the stage's where it has a list. Committed to the disk on return.
[[nodiscard]] Result<void> decide(Workspace &workspace, std::span<const DecideRequest> requests);

/// Whether a file holds no records of its own, so that it can only be a list for decisionsFromCsv().
[[nodiscard]] bool isDecisionList(const std::filesystem::path &file);

/// Reads decisions from a CSV file with the columns key, stage, verdict and, if present, reason and note.
/// Names the line of the first row that cannot be used.
[[nodiscard]] Result<std::vector<DecideRequest>> decisionsFromCsv(Workspace &workspace,
                                                                  const std::filesystem::path &file);

} // namespace winnow::app
