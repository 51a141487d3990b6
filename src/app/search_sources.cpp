#include "app/search_sources.h"

#include <algorithm>

namespace winnow::app {

Result<std::map<SearchId, Source>> sourcesOfSearches(Workspace &workspace)
{
    auto sources = workspace.imports().sources();
    auto searches = workspace.imports().liveSearches();
    if (!sources || !searches) {
        return !sources ? std::move(sources).error() : std::move(searches).error();
    }
    std::map<SearchId, Source> bySearch;
    for (const Search &search : *searches) {
        const auto source = std::ranges::find(*sources, search.source, &Source::id);
        if (source != sources->end()) {
            bySearch.emplace(search.id, *source);
        }
    }
    return bySearch;
}

} // namespace winnow::app
