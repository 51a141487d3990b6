#pragma once

#include "app/search_index.h"
#include "app/workspace.h"
#include "base/task.h"
#include "index/index.h"
#include "query/level.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

struct EffectsRequest
{
    std::string query;
    query::Precedence precedence = query::Precedence::Classic;
    std::vector<std::string> seeds; ///< names, see findSeeds()
};

/// A line of a query with what it does to the answer.
struct QueryLine
{
    std::string text;  ///< as it is written, with its parentheses, on one line
    std::string query; ///< finds the records of the line by itself, under both precedences
    index::LineEffect effect;
};

/// A seed that the query does not find.
struct LostSeed
{
    RecordId record;
    std::string key;
    std::size_t line = 0; ///< number of the first group that keeps it out; 0: none does alone
};

struct QueryEffects
{
    std::int64_t matching = 0;
    std::int64_t seeds = 0; ///< how many groups of records the seeds are
    std::vector<LostSeed> missed;
    std::vector<QueryLine> lines; ///< the query first; a group before its operands
};

/// What each line of a query does, and which of them keep out records that should be found. A group of merged
/// records counts once, as in findRecords(), and records of undone imports not at all. Fails as findRecords()
/// and findSeeds() do, and with Cancelled when the task is stopped.
[[nodiscard]] Result<QueryEffects>
queryEffects(Workspace &workspace, const EffectsRequest &request, Task &task);

/// The same for a tree that was read from `text`, over indexes that are open already.
[[nodiscard]] Result<QueryEffects> queryEffects(Workspace &workspace,
                                                const SearchIndexes &indexes,
                                                std::string_view text,
                                                const query::Node &root,
                                                query::Precedence precedence,
                                                const std::vector<std::string> &seeds,
                                                Task &task);

} // namespace winnow::app
