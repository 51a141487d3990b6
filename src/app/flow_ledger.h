#pragma once

#include "app/workspace.h"
#include "flow/counts.h"

namespace winnow::app {

/// All that the numbers of the review's flow diagram are computed from, as the log tells it.
[[nodiscard]] Result<flow::Ledger> flowLedger(Workspace &workspace);

} // namespace winnow::app
