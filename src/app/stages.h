#pragma once

#include "app/standing.h"

#include <string>
#include <vector>

namespace winnow::app {

/// How all stages are screened, in the order in which a record passes them; those that are not used too.
[[nodiscard]] Result<std::vector<StageSettings>> stageSettings(Workspace &workspace);

/// Sets how a stage is screened from now on, as one act that undo takes back. Fails where the settings
/// contradict themselves; no decision changes.
[[nodiscard]] Result<void> setStage(Workspace &workspace, const StageSettings &settings);

/// Lets everybody see what all said at a stage, or there on one record. Where the stage names who settles
/// conflicts, only they may. The audit trail keeps who did.
[[nodiscard]] Result<void> openStage(Workspace &workspace, Stage stage);
[[nodiscard]] Result<void> openRecord(Workspace &workspace, Stage stage, RecordId record);

/// Puts a record off for the current reviewer: it comes last in the work list of the stage.
[[nodiscard]] Result<void> skip(Workspace &workspace, Stage stage, RecordId record);

} // namespace winnow::app
