#pragma once

#include "app/search_runs.h"
#include "app/workspace.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace winnow::app {

/// What a review can say of itself in a report, by the names that checklists use for it ("sources",
/// "selection" ...): sentences in English; nothing where it does not know.
using ReviewFacts = std::map<std::string, std::string, std::less<>>;

[[nodiscard]] Result<ReviewFacts> reviewFacts(Workspace &workspace);

/// A source with the searches made there, in the order in which they were first used.
struct SearchedSource
{
    Source source;
    std::int64_t records = 0; ///< identified
    std::vector<SearchRun> runs;
};

[[nodiscard]] Result<std::vector<SearchedSource>> searchedSources(Workspace &workspace);

} // namespace winnow::app
