#include "app/source_overlap.h"

#include "app/search_sources.h"

#include <map>
#include <set>

namespace winnow::app {

Result<SourceOverlap> sourceOverlap(Workspace &workspace)
{
    auto rows = workspace.judgement().unitRows();
    auto sourceOf = sourcesOfSearches(workspace);
    if (!rows || !sourceOf) {
        return !rows ? std::move(rows).error() : std::move(sourceOf).error();
    }
    std::map<std::string, SourceShare> shares;
    std::map<RecordId, std::set<std::string>> found; ///< sources by document
    for (const store::UnitRow &row : *rows) {
        const std::string &source = (*sourceOf)[row.search].name;
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
