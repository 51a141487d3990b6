#include "app/studies.h"

#include "app/appraisals.h"
#include "app/flow_ledger.h"
#include "app/record_keys.h"
#include "store/event_detail.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace winnow::app {

namespace {

bool isRead(const flow::LedgerRecord &record)
{
    const screening::State state = record.fullText.state;
    return record.kept == record.id &&
           (state == screening::State::Include || state == screening::State::Exclude);
}

bool isIncluded(const flow::LedgerRecord &record)
{
    return record.fullText.state == screening::State::Include && record.status == ReportStatus::Sought;
}

/// Keys and labels of all their reports, read at once.
Result<void> nameThem(Workspace &workspace, std::vector<Study> &studies)
{
    std::vector<RecordId> ids;
    for (const Study &study : studies) {
        ids.insert(ids.end(), study.reports.begin(), study.reports.end());
    }
    auto keys = keysOf(workspace, ids);
    if (!keys) {
        return std::move(keys).error();
    }
    std::vector<RecordId> nameless;
    std::size_t at = 0;
    for (Study &study : studies) {
        const auto first = keys->begin() + static_cast<std::ptrdiff_t>(at);
        study.keys.assign(first, first + std::ssize(study.reports));
        at += study.reports.size();
        study.label = study.name;
        if (study.name.empty()) {
            nameless.push_back(study.reports.front());
        }
    }
    auto labels = studyLabels(workspace, nameless);
    if (!labels) {
        return std::move(labels).error();
    }
    auto label = labels->begin();
    for (Study &study : studies) {
        if (study.name.empty() && label != labels->end()) {
            study.label = *label++;
        }
    }
    return {};
}

/// Of which studies each report tells; the newest holds.
Result<std::map<RecordId, store::StudyDetail>> saidOfReports(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::ReportOfStudy);
    auto representatives = workspace.judgement().representatives();
    if (!events || !representatives) {
        return !events ? std::move(events).error() : std::move(representatives).error();
    }
    std::map<RecordId, store::StudyDetail> said;
    for (const Event &event : *events) {
        said.insert_or_assign(representatives->of({event.subject}), store::studyDetail(event.detail));
    }
    return said;
}

store::EventDraft draftOf(RecordId report, const store::StudyDetail &detail)
{
    store::EventDraft event;
    event.kind = EventKind::ReportOfStudy;
    event.subjectKind = "record";
    event.subject = report.value;
    event.detail = store::toDetail(detail);
    return event;
}

} // namespace

Result<std::vector<Study>> studiesOf(Workspace &workspace)
{
    auto ledger = flowLedger(workspace);
    if (!ledger) {
        return std::move(ledger).error();
    }
    std::vector<Study> studies;
    std::unordered_map<std::string, std::size_t> named;
    const auto add = [](Study &study, const flow::LedgerRecord &record) {
        study.reports.push_back(record.id);
        study.isIncluded = study.isIncluded || isIncluded(record);
        study.isOfPreviousVersion = study.isOfPreviousVersion || record.isOfPreviousStudy;
        if (study.whyExcluded.empty() && record.fullText.state == screening::State::Exclude) {
            study.whyExcluded = record.fullText.reason.empty() ? "no reason given" : record.fullText.reason;
        }
    };
    for (const flow::LedgerRecord &record : ledger->records) {
        if (!isRead(record)) {
            continue;
        }
        if (record.studies.empty()) {
            add(studies.emplace_back(), record);
        }
        for (const std::string &name : record.studies) {
            const auto [place, isNew] = named.try_emplace(name, studies.size());
            if (isNew) {
                studies.emplace_back().name = name;
            }
            add(studies[place->second], record);
        }
    }
    for (Study &study : studies) {
        if (study.isIncluded) {
            study.whyExcluded.clear();
        }
    }
    if (auto done = nameThem(workspace, studies); !done) {
        return std::move(done).error();
    }
    return studies;
}

Result<Study> studyOfReport(Workspace &workspace, RecordId report, std::string_view name)
{
    auto kept = workspace.judgement().keptFor(report);
    if (!kept) {
        return std::move(kept).error();
    }
    auto said = saidOfReports(workspace);
    if (!said) {
        return std::move(said).error();
    }
    std::vector<Study> studies(1);
    Study &study = studies.front();
    if (const auto own = said->find(*kept); own != said->end() && !own->second.studies.empty()) {
        const std::vector<std::string> &names = own->second.studies;
        const auto asked = std::ranges::find(names, name);
        study.name = asked == names.end() ? names.front() : *asked;
        for (const auto &[record, detail] : *said) {
            if (std::ranges::find(detail.studies, study.name) != detail.studies.end()) {
                study.reports.push_back(record);
            }
        }
    } else {
        study.reports = {*kept};
    }
    if (auto done = nameThem(workspace, studies); !done) {
        return std::move(done).error();
    }
    return std::move(study);
}

Result<void> groupReports(Workspace &workspace, std::span<const RecordId> reports, const std::string &name)
{
    if (name.empty()) {
        return Error{ErrorCode::InvalidArgument, "A study needs a name, as Smith 2020.", {}, {}};
    }
    std::vector<store::EventDraft> drafts;
    for (const RecordId report : reports) {
        auto kept = workspace.judgement().keptFor(report);
        if (!kept) {
            return std::move(kept).error();
        }
        drafts.push_back(draftOf(*kept, {{name}, false}));
    }
    return workspace.log().append(workspace.act(), drafts);
}

Result<void> takeApart(Workspace &workspace, const Study &study)
{
    const auto said = saidOfReports(workspace);
    if (!said) {
        return said.error();
    }
    std::vector<store::EventDraft> drafts;
    for (const RecordId report : study.reports) {
        const auto own = said->find(report);
        store::StudyDetail detail = own == said->end() ? store::StudyDetail() : own->second;
        if (std::erase(detail.studies, study.name) > 0) {
            drafts.push_back(draftOf(report, detail));
        }
    }
    if (drafts.empty()) {
        return Error{ErrorCode::InvalidArgument,
                     study.label + " has only this report; there is nothing to take apart.",
                     {},
                     study.label};
    }
    return workspace.log().append(workspace.act(), drafts);
}

} // namespace winnow::app
