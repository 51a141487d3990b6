#include "app/search_runs.h"

#include <algorithm>
#include <map>

namespace winnow::app {

namespace {

SearchRun runOf(const Search &search, const std::map<SourceId, std::string> &names)
{
    const auto name = names.find(search.source);
    SearchRun run;
    run.search = search.id;
    run.source = name == names.end() ? std::string() : name->second;
    run.query = search.query;
    run.date = search.date;
    run.note = search.note;
    run.hits = search.hits;
    return run;
}

} // namespace

Result<std::vector<SearchRun>> searchRuns(Workspace &workspace)
{
    auto sources = workspace.imports().sources();
    auto live = workspace.imports().liveSearches();
    auto online = workspace.onlineSearches().all();
    if (!sources || !live || !online) {
        return !sources ? sources.error() : (!live ? live.error() : online.error());
    }
    std::map<SourceId, std::string> names;
    for (const Source &source : *sources) {
        names.emplace(source.id, source.name);
    }
    std::map<SearchId, SearchRun> runs;
    for (const Search &search : *live) {
        runs.emplace(search.id, runOf(search, names));
    }
    for (OnlineSearch &one : *online) {
        auto found = runs.find(one.search);
        if (found == runs.end()) {
            auto search = workspace.imports().search(one.search);
            if (!search) {
                return std::move(search).error();
            }
            found = runs.emplace(one.search, runOf(search->value_or(Search()), names)).first;
            found->second.search = one.search;
            found->second.state = one.endedUtc.empty() ? SearchRunState::Unfinished : SearchRunState::Undone;
        }
        found->second.online = std::move(one);
    }
    std::vector<SearchRun> list;
    list.reserve(runs.size());
    for (auto &[id, run] : runs) {
        list.push_back(std::move(run));
    }
    return list;
}

Result<std::map<SearchId, SearchRecords>> recordsOfSearches(Workspace &workspace)
{
    auto rows = workspace.judgement().unitRows();
    if (!rows) {
        return std::move(rows).error();
    }
    std::map<SearchId, SearchRecords> bySearch;
    for (const store::UnitRow &row : *rows) {
        SearchRecords &records = bySearch[row.search];
        ++records.stored;
        records.standing.push_back(row.kept);
    }
    for (auto &[search, records] : bySearch) {
        std::ranges::sort(records.standing);
        const auto same = std::ranges::unique(records.standing);
        records.standing.erase(same.begin(), same.end());
    }
    return bySearch;
}

} // namespace winnow::app
