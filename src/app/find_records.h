#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "index/index.h"
#include "query/level.h"
#include "query/problem.h"
#include "query/tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A query that cannot be run as the error to show: the first problem, with its position as line and column
/// and the place marked underneath.
[[nodiscard]] Error queryError(std::string_view query, const query::Problem &problem);

/// The tree of a query, or queryError() for what is wrong with it.
[[nodiscard]] Result<query::NodePtr> treeOf(std::string_view query,
                                            query::Precedence precedence = query::Precedence::Classic);

struct FindRequest
{
    std::string query;
    query::Precedence precedence = query::Precedence::Classic;
};

struct FoundRecords
{
    std::vector<RecordId> records;             ///< as findRecords() gives them
    std::int64_t undecided = 0;                ///< groups that do not match, but might if they said more
    std::vector<std::string> undecidedWithout; ///< codes of what is asked for and these do not all say
};

/// The records that match a query, and how many could not be decided because they lack what it asks for.
[[nodiscard]] Result<FoundRecords>
searchRecords(Workspace &workspace, const FindRequest &request, Task &task);

/// The records that match a query in the Scopus language, as the records that stand for their groups,
/// ascending. A hit on a duplicate counts as a hit on its group; records of undone imports are left out.
[[nodiscard]] Result<std::vector<RecordId>>
findRecords(Workspace &workspace, std::string_view query, Task &task);

/// The same over an index that is open already; full texts are not looked at.
[[nodiscard]] Result<std::vector<RecordId>>
findRecords(Workspace &workspace, const index::Index &index, std::string_view query);

} // namespace winnow::app
