#pragma once

#include "app/facets.h"
#include "app/workspace.h"

#include <span>
#include <vector>

namespace winnow::app {

/// By what records can be put in order.
enum class OrderBy {
    Import, ///< as the records came
    Verdict,
    Key,
    Title,
    Authors,
    Year,
    SourceTitle,
    Type,
    Language,
    Sources,
    Labels,
    Note,
    Doi,
};

/// All records that stand for themselves in order of one thing that they say; letter case, accents and signs
/// before the first letter do not count, numbers in keys count as numbers.
struct RecordOrder
{
    std::vector<RecordId> records;
    std::vector<std::size_t> ends; ///< where those that say the same end
    std::size_t saying = 0;        ///< how many say anything; the others come last
};

/// `table` must be of the review as it is.
[[nodiscard]] Result<RecordOrder> recordOrder(Workspace &workspace, const FacetTable &table, OrderBy by);

/// Those of `records`, which are ascending, in the order or its reverse. Those that say the same stay in the
/// order in which they came, those that say nothing stay last.
[[nodiscard]] std::vector<RecordId>
inOrder(const RecordOrder &order, std::span<const RecordId> records, bool isDescending);

} // namespace winnow::app
