#pragma once

#include "app/standing.h"

#include <vector>

namespace winnow::app {

/// The groups that have come to a stage and stand there as `state`, in the eyes of the current reviewer:
/// where screening is blind, by what they said themselves.
[[nodiscard]] Result<std::vector<RecordId>>
stageRecords(Workspace &workspace, Stage stage, screening::State state);

} // namespace winnow::app
