#pragma once

#include "app/workspace.h"
#include "index/index.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A line of a query with what it does to the answer.
struct QueryLine
{
    std::string text;
    index::LineEffect effect;
};

struct QueryEffects
{
    std::int64_t matching = 0;
    std::vector<RecordId> missedSeeds; ///< those that the query does not find
    std::vector<QueryLine> lines;      ///< a group before its operands
};

/// What each line of a query does, and which of them keep out records that should be found. A group of
/// duplicates counts by the record that stands for it, records of undone imports not at all. Fails as
/// findRecords() does.
[[nodiscard]] Result<QueryEffects> queryEffects(Workspace &workspace,
                                                const index::Index &index,
                                                std::string_view query,
                                                const std::vector<RecordId> &seeds);

} // namespace winnow::app
