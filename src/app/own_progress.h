#pragma once

#include "app/workspace.h"
#include "model/decision.h"
#include "screening/pace.h"

#include <cstdint>
#include <vector>

namespace winnow::app {

/// How the current reviewer got on at a stage, by their own decisions alone, so that it may be shown while
/// screening is blind.
struct OwnProgress
{
    std::int64_t decided = 0;          ///< groups of duplicates
    std::int64_t goOn = 0;             ///< of these, included or doubtful
    std::int64_t run = 0;              ///< decided since the last of those, or since the start
    std::vector<std::int64_t> timesMs; ///< of decisions made one by one; see screening::paceOf()
};

[[nodiscard]] Result<OwnProgress> ownProgress(Workspace &workspace, Stage stage);

} // namespace winnow::app
