#include "app/flow_diagram.h"

#include "app/standing.h"
#include "app/stopping.h"
#include "base/file.h"
#include "flow/check.h"
#include "publish/output.h"
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

Result<FlowOutcome>
publishFlow(Workspace &workspace, const std::filesystem::path &file, const flow::DiagramOptions &options)
{
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Flow);
    if (!output) {
        return std::move(output).error();
    }
    auto counts = flowCounts(workspace);
    if (!counts) {
        return std::move(counts).error();
    }
    flow::DiagramOptions chosen = options;
    chosen.isDraft = !counts->isFinished();
    auto bytes = (*output)->flow({*counts, flow::numbersOf(*counts), flow::layOut(*counts, chosen), {}});
    if (!bytes) {
        return std::move(bytes).error();
    }
    if (auto written = writeFile(file, *bytes); !written) {
        return std::move(written).error();
    }
    return FlowOutcome{*counts, flow::contradictions(*counts), file};
}

} // namespace winnow::app
