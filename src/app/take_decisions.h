#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

struct TakeDecisionsRequest
{
    std::filesystem::path file;         ///< records as a screening tool exports them, or an ASReview project
    std::string format;                 ///< id; empty: by content
    Stage stage = Stage::TitleAbstract; ///< of decisions that do not tell theirs
    std::optional<Verdict>
        verdict;        ///< of every record in the file, for tools that export one list per verdict
    std::string reason; ///< with `verdict`
};

/// A record of the file that the review does not have, or has more than once.
struct UnmatchedRecord
{
    std::int64_t line = 0;
    std::string title;
    std::string why; ///< half a sentence
};

struct TakeDecisionsOutcome
{
    std::int64_t records = 0;               ///< in the file
    std::int64_t decisions = 0;             ///< taken
    std::vector<UnmatchedRecord> unmatched; ///< with a decision, but without a record in the review
};

/// Takes the decisions in a file over to the records of the review, as one act: matched by DOI, PMID, EID,
/// the record's own id, or title and year. Decisions of reviewers that the file names stay theirs; others are
/// of the current reviewer. Fails, and takes none, where the file holds no decision.
[[nodiscard]] Result<TakeDecisionsOutcome>
takeDecisions(Workspace &workspace, const TakeDecisionsRequest &request, Task &task);

} // namespace winnow::app
