#pragma once

#include "app/standing.h"
#include "screening/pace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace winnow::app {

/// Where a stage stands, in groups of duplicates.
struct StageProgress
{
    Stage stage = Stage::TitleAbstract;
    std::int64_t come = 0; ///< that passed the stages before
    std::int64_t undecided = 0;
    std::int64_t pending = 0; ///< want a further vote
    std::int64_t conflicts = 0;
    std::int64_t included = 0;
    std::int64_t excluded = 0;
    std::int64_t maybe = 0;
};

/// What a reviewer did at a stage, without saying how they judged.
struct ReviewerProgress
{
    Stage stage = Stage::TitleAbstract;
    std::string reviewer;
    std::int64_t decided = 0; ///< groups that have a decision of theirs
    std::int64_t atOnce = 0;  ///< of their decisions, those made several at once: in bulk or from a file
    screening::Pace pace;     ///< of those made one by one
    std::string lastUtc;      ///< of their last decision
};

struct ScreeningProgress
{
    std::vector<StageProgress> stages;
    std::vector<ReviewerProgress> reviewers; ///< by stage and name
};

/// How far the screening is. Numbers only, so that they may be shown while it is blind.
[[nodiscard]] Result<ScreeningProgress> screeningProgress(Workspace &workspace);

} // namespace winnow::app
