#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <string>
#include <vector>

namespace winnow::app {

struct DuplicateGroup
{
    RecordId kept;
    std::vector<RecordId> members; ///< the kept one first
    std::string tier;
    std::string rule; ///< why, in words
};

struct DedupeOutcome
{
    std::vector<DuplicateGroup> newGroups; ///< made or enlarged just now
    std::int64_t records = 0;              ///< visible records
    std::int64_t removed = 0;              ///< records that are represented by another, after this run
    std::int64_t removedNow = 0;           ///< of them by this run
};

/// Groups all visible records that are surely the same and links them; nothing is deleted. What a person
/// split stays apart.
[[nodiscard]] Result<DedupeOutcome> deduplicate(Workspace &workspace, Task &task);

/// All groups that hold now, by their kept record.
[[nodiscard]] Result<std::vector<DuplicateGroup>> duplicateGroups(Workspace &workspace);

/// Takes a record out of its group and keeps it apart from its members; fails with NotFound when it is in
/// none.
[[nodiscard]] Result<void> splitDuplicate(Workspace &workspace, RecordId record);

} // namespace winnow::app
