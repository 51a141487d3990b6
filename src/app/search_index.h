#pragma once

#include "app/full_text_index.h"
#include "app/workspace.h"
#include "base/task.h"
#include "index/index.h"
#include "query/tree.h"

#include <optional>

namespace winnow::app {

/// The index of the review's records, made or brought up to date first where needed. Fails with Cancelled
/// when the task is stopped; what was indexed by then is dropped.
[[nodiscard]] Result<index::Index> upToDateIndex(Workspace &workspace, Task &task);

/// What a query is run on.
struct SearchIndexes
{
    index::Index records;
    std::optional<FullTextIndex> texts; ///< where the query asks for full texts, and there are any

    /// Calls `search` with the texts as a search of `records` takes them: nullptr where there are none.
    template <class Search>
    auto run(const Search &search) const
    {
        if (!texts) {
            return search(static_cast<const index::FullTexts *>(nullptr));
        }
        const index::FullTexts full = texts->texts();
        return search(&full);
    }
};

/// The indexes that a query needs, made or brought up to date first.
[[nodiscard]] Result<SearchIndexes> indexesFor(Workspace &workspace, const query::Node &root, Task &task);

} // namespace winnow::app
