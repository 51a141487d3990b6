#pragma once

#include "app/workspace.h"
#include "flow/counts.h"

namespace winnow::app {

/// The numbers of the review's PRISMA flow diagram as they stand now, computed from the event log.
[[nodiscard]] Result<flow::Counts> flowCounts(Workspace &workspace);

} // namespace winnow::app
