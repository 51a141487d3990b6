#include "app/sought_reports.h"

#include "app/standing.h"

#include <unordered_map>

namespace winnow::app {

namespace {

/// The newest note on each report, by the record that stands for it.
Result<std::unordered_map<std::int64_t, Event>> newestNotes(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::ReportStatusSet);
    auto representatives = workspace.judgement().representatives();
    if (!events || !representatives) {
        return !events ? std::move(events).error() : std::move(representatives).error();
    }
    std::unordered_map<std::int64_t, Event> newest;
    for (Event &event : *events) {
        const std::int64_t unit = representatives->of({event.subject}).value;
        newest.insert_or_assign(unit, std::move(event));
    }
    return newest;
}

Result<std::vector<RecordId>> cameToFullText(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    auto records = allRecords(workspace);
    if (!standings || !records) {
        return !standings ? std::move(standings).error() : std::move(records).error();
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::erase_if(*records, [&](RecordId record) {
        const auto found = all->find(record);
        return !hasCome(*standings, found == all->end() ? nullptr : &found->second, Stage::FullText);
    });
    return records;
}

} // namespace

bool isAssessed(const SoughtReport &report)
{
    return report.row.fullText.state != screening::State::Undecided;
}

Result<std::vector<SoughtReport>> soughtReports(Workspace &workspace)
{
    auto records = cameToFullText(workspace);
    auto notes = newestNotes(workspace);
    if (!records || !notes) {
        return !records ? std::move(records).error() : std::move(notes).error();
    }
    auto rows = listRows(workspace, *records);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<SoughtReport> reports;
    reports.reserve(rows->size());
    for (ListRow &row : *rows) {
        SoughtReport report;
        if (const auto note = notes->find(row.id.value); note != notes->end()) {
            report.status = reportStatusFromString(note->second.verdict).value_or(ReportStatus::Sought);
            report.why = note->second.reason;
        }
        report.row = std::move(row);
        reports.push_back(std::move(report));
    }
    return reports;
}

} // namespace winnow::app
