#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <string>
#include <vector>

namespace winnow::app {

struct VerifyOutcome
{
    std::vector<std::string> faults; ///< a sentence each; empty when all is well
    std::vector<std::string> checks; ///< what was looked at, in words
};

/// SQLite's integrity, the cache tables against the fold of the event log, and the search index against the
/// store.
[[nodiscard]] Result<VerifyOutcome> verify(Workspace &workspace, Task &task);

} // namespace winnow::app
