#include "app/source_overlap.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow::app {

namespace {

Result<std::map<SearchId, std::string>> sourceOfSearches(Workspace &workspace)
{
    auto sources = workspace.imports().sources();
    auto searches = workspace.imports().liveSearches();
    if (!sources || !searches) {
        return !sources ? std::move(sources).error() : std::move(searches).error();
    }
    std::map<SearchId, std::string> names;
    for (const Search &search : *searches) {
        const auto source = std::ranges::find(*sources, search.source, &Source::id);
        names[search.id] = source == sources->end() ? std::string() : source->name;
    }
    return names;
}

} // namespace

Result<SourceOverlap> sourceOverlap(Workspace &workspace)
{
    auto rows = workspace.judgement().unitRows();
    auto sourceOf = sourceOfSearches(workspace);
    if (!rows || !sourceOf) {
        return !rows ? std::move(rows).error() : std::move(sourceOf).error();
    }
    std::map<std::string, SourceShare> shares;
    std::map<RecordId, std::set<std::string>> found; ///< sources by document
    for (const store::UnitRow &row : *rows) {
        const std::string &source = (*sourceOf)[row.search];
        ++shares[source].records;
        found[row.kept].insert(source);
    }
    std::map<std::string, std::size_t> place;
    for (auto &[source, share] : shares) {
        share.source = source;
        share.shared.resize(shares.size());
        place.emplace(source, place.size());
    }
    for (const auto &[document, sources] : found) {
        for (const std::string &source : sources) {
            SourceShare &share = shares[source];
            ++share.documents;
            share.onlyHere += sources.size() == 1 ? 1 : 0;
            for (const std::string &other : sources) {
                ++share.shared[place[other]];
            }
        }
    }
    SourceOverlap overlap{{}, static_cast<std::int64_t>(found.size())};
    for (auto &[source, share] : shares) {
        overlap.sources.push_back(std::move(share));
    }
    return overlap;
}

} // namespace winnow::app
