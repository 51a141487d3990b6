#pragma once

#include "app/workspace.h"
#include "flow/counts.h"
#include "flow/numbers.h"

#include <string>

namespace winnow::app {

/// The numbers of the review's PRISMA flow diagram as they stand now, computed from the event log.
[[nodiscard]] Result<flow::Counts> flowCounts(Workspace &workspace);

/// The same with the records behind each number.
[[nodiscard]] Result<flow::Counted> countFlow(Workspace &workspace);

/// Numbers as the JSON that `winnow flow` reads again.
[[nodiscard]] std::string flowNumbersAsJson(const flow::Numbers &numbers);

} // namespace winnow::app
