#include "app/flow_diagram.h"

#include "app/standing.h"
#include "app/stopping.h"
#include "store/event_detail.h"

namespace winnow::app {

namespace {

Result<void> addRecords(Workspace &workspace, flow::Ledger &ledger)
{
    auto rows = workspace.judgement().unitRows();
    if (!rows) {
        return std::move(rows).error();
    }
    auto rules = Standings::of(workspace);
    if (!rules) {
        return std::move(rules).error();
    }
    auto standings = rules->all(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    ledger.records.reserve(rows->size());
    for (const store::UnitRow &row : *rows) {
        flow::LedgerRecord record{row.id, row.kept, row.search, {}, {}};
        const auto found = standings->find(row.id);
        if (found != standings->end()) {
            record.titleAbstract = found->second.outcomes[Stage::TitleAbstract];
            record.fullText = found->second.outcomes[Stage::FullText];
        }
        ledger.records.push_back(std::move(record));
    }
    return {};
}

Result<void> addRemovals(Workspace &workspace, flow::Ledger &ledger)
{
    auto events = workspace.log().live(EventKind::Removal);
    if (!events) {
        return std::move(events).error();
    }
    for (const Event &event : *events) {
        const store::RemovalDetail detail = store::removalDetail(event.detail);
        ledger.removals.push_back({detail.count, detail.isByAutomation, detail.note});
    }
    return {};
}

} // namespace

Result<flow::Counts> flowCounts(Workspace &workspace)
{
    flow::Ledger ledger;
    auto sources = workspace.imports().sources();
    if (!sources) {
        return std::move(sources).error();
    }
    ledger.sources = *std::move(sources);
    auto searches = workspace.imports().liveSearches();
    if (!searches) {
        return std::move(searches).error();
    }
    ledger.searches = *std::move(searches);
    if (auto added = addRecords(workspace, ledger); !added) {
        return std::move(added).error();
    }
    if (auto added = addRemovals(workspace, ledger); !added) {
        return std::move(added).error();
    }
    auto stopped = isStopped(workspace);
    if (!stopped) {
        return std::move(stopped).error();
    }
    ledger.isStopped = *stopped;
    return flow::count(ledger);
}

} // namespace winnow::app
