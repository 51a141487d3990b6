#pragma once

#include "app/search_runs.h"
#include "app/workspace.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace winnow::app {

/// A source with the searches made there, in the order in which they were first used.
struct SearchedSource
{
    Source source;
    std::int64_t records = 0; ///< identified
    std::vector<SearchRun> runs;
};

/// Sentences in English by the names that checklists use for them ("sources", "selection" ...); nothing where
/// the review does not know.
using FactTexts = std::map<std::string, std::string, std::less<>>;

/// What a review can say of itself in a report.
struct ReviewFacts
{
    FactTexts texts;
    std::vector<SearchedSource> sources;
};

[[nodiscard]] Result<ReviewFacts> reviewFacts(Workspace &workspace);

} // namespace winnow::app
