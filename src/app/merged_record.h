#pragma once

#include "app/workspace.h"
#include "dedupe/merge.h"

namespace winnow::app {

/// The group that `kept` stands for as one record, as dedupe::merge() makes it of its members and of what
/// people chose; the record itself where it has no duplicates. Fails with NotFound.
[[nodiscard]] Result<dedupe::MergedRecord> mergedRecord(Workspace &workspace, RecordId kept);

} // namespace winnow::app
