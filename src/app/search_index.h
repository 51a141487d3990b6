#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "index/index.h"

namespace winnow::app {

/// The index of the review's records, made or brought up to date first where needed. Fails with Cancelled
/// when the task is stopped; what was indexed by then is dropped.
[[nodiscard]] Result<index::Index> upToDateIndex(Workspace &workspace, Task &task);

} // namespace winnow::app
