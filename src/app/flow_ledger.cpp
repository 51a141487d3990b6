#include "app/flow_ledger.h"

#include "app/standing.h"
#include "app/stopping.h"
#include "store/event_detail.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

namespace winnow::app {

namespace {

/// What was said of reports, by the record that stands for the group; the newest of each kind holds.
struct ReportNotes
{
    std::unordered_map<std::int64_t, ReportStatus> statuses;
    std::unordered_map<std::int64_t, store::StudyDetail> studies;
};

Result<ReportNotes> reportNotes(Workspace &workspace)
{
    auto statuses = workspace.log().live(EventKind::ReportStatusSet);
    auto studies = workspace.log().live(EventKind::ReportOfStudy);
    if (!statuses || !studies) {
        return !statuses ? std::move(statuses).error() : std::move(studies).error();
    }
    ReportNotes notes;
    if (statuses->empty() && studies->empty()) {
        return notes;
    }
    auto representatives = workspace.judgement().representatives();
    if (!representatives) {
        return std::move(representatives).error();
    }
    const auto unitOf = [&](const Event &event) { return representatives->of({event.subject}).value; };
    for (const Event &event : *statuses) {
        notes.statuses.insert_or_assign(unitOf(event),
                                        reportStatusFromString(event.verdict).value_or(ReportStatus::Sought));
    }
    for (const Event &event : *studies) {
        notes.studies.insert_or_assign(unitOf(event), store::studyDetail(event.detail));
    }
    return notes;
}

/// Whether tools alone excluded a record before full text.
bool isExcludedByTool(const Standings &rules, const Standing &standing)
{
    bool isByTool = false;
    for (const Decision &decision : standing.said) {
        if (decision.stage == Stage::FullText || decision.verdict != Verdict::Exclude) {
            continue;
        }
        if (std::ranges::count(rules.settings(decision.stage).tools, decision.reviewer) == 0) {
            return false;
        }
        isByTool = true;
    }
    return isByTool && !standing.resolutions[Stage::TitleAbstract] && !standing.resolutions[Stage::Title];
}

Result<void> addRecords(Workspace &workspace, flow::Ledger &ledger)
{
    auto rows = workspace.judgement().unitRows();
    auto rules = Standings::of(workspace);
    if (!rows || !rules) {
        return !rows ? std::move(rows).error() : std::move(rules).error();
    }
    auto standings = rules->all(workspace);
    auto notes = reportNotes(workspace);
    if (!standings || !notes) {
        return !standings ? std::move(standings).error() : std::move(notes).error();
    }
    ledger.usesTools =
        !rules->settings(Stage::Title).tools.empty() || !rules->settings(Stage::TitleAbstract).tools.empty();
    ledger.records.reserve(rows->size());
    auto standing = standings->begin(); // both are in order of records
    for (const store::UnitRow &row : *rows) {
        flow::LedgerRecord record{row.id, row.kept, row.search, {}, {}};
        while (standing != standings->end() && standing->first < row.id) {
            ++standing;
        }
        if (standing != standings->end() && standing->first == row.id) {
            record.titleAbstract = standing->second.outcomes[Stage::TitleAbstract];
            record.fullText = standing->second.outcomes[Stage::FullText];
            record.isExcludedByTool = ledger.usesTools && isExcludedByTool(*rules, standing->second);
        }
        if (const auto status = notes->statuses.find(row.id.value); status != notes->statuses.end()) {
            record.status = status->second;
        }
        if (const auto studies = notes->studies.find(row.id.value); studies != notes->studies.end()) {
            record.studies = studies->second.studies;
            record.isOfPreviousStudy = studies->second.isOfPreviousVersion;
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

/// Of each line or entry of a list, the newest number holds.
Result<void> addOutside(Workspace &workspace, flow::Ledger &ledger)
{
    auto events = workspace.log().live(EventKind::FlowNumberNoted);
    if (!events) {
        return std::move(events).error();
    }
    std::map<std::pair<flow::LineId, std::string>, flow::OutsideNumber> numbers;
    for (const Event &event : *events) {
        store::FlowNumberDetail detail = store::flowNumberDetail(event.detail);
        const auto place = flow::lineNamed(detail.line);
        if (!place) {
            continue; // of a newer version
        }
        std::pair key(place->line, detail.name.empty() ? place->name : detail.name);
        if (detail.count) {
            flow::OutsideNumber number{key.first, key.second, *detail.count, std::move(detail.note)};
            numbers.insert_or_assign(std::move(key), std::move(number));
        } else {
            numbers.erase(key);
        }
    }
    for (auto &[key, number] : numbers) {
        ledger.outside.push_back(std::move(number));
    }
    return {};
}

} // namespace

Result<flow::Ledger> flowLedger(Workspace &workspace)
{
    const store::Snapshot snapshot = workspace.snapshot();
    flow::Ledger ledger;
    auto sources = workspace.imports().sources();
    auto searches = workspace.imports().liveSearches();
    auto stopped = isStopped(workspace);
    if (!sources || !searches || !stopped) {
        return !sources    ? std::move(sources).error()
               : !searches ? std::move(searches).error()
                           : std::move(stopped).error();
    }
    ledger.sources = *std::move(sources);
    ledger.searches = *std::move(searches);
    ledger.isStopped = *stopped;
    for (const auto add : {addRecords, addRemovals, addOutside}) {
        if (auto added = add(workspace, ledger); !added) {
            return std::move(added).error();
        }
    }
    return ledger;
}

} // namespace winnow::app
