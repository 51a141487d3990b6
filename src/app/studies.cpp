#include "app/studies.h"

#include "app/record_keys.h"
#include "app/standing.h"
#include "model/report_status.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace winnow::app {

namespace {

using screening::State;

/// What became of reports, by the record that stands for the group; the newest holds.
Result<std::map<RecordId, ReportStatus>> statuses(Workspace &workspace, const StudyUnits &units)
{
    auto events = workspace.log().live(EventKind::ReportStatusSet);
    if (!events) {
        return std::move(events).error();
    }
    std::map<RecordId, ReportStatus> all;
    for (const Event &event : *events) {
        all.insert_or_assign(units.representativeOf({event.subject}),
                             reportStatusFromString(event.verdict).value_or(ReportStatus::Sought));
    }
    return all;
}

/// Keys and labels of all, read at once.
Result<void> nameThem(Workspace &workspace, std::vector<Study> &studies)
{
    std::vector<RecordId> ids;
    std::vector<StudyUnit> units;
    for (const Study &study : studies) {
        ids.insert(ids.end(), study.reports.begin(), study.reports.end());
        units.push_back({study.id, study.name, study.reports, {}});
    }
    auto keys = keysOf(workspace, ids);
    auto labels = labelsOf(workspace, units);
    if (!keys || !labels) {
        return !keys ? std::move(keys).error() : std::move(labels).error();
    }
    auto first = keys->begin();
    for (std::size_t i = 0; i < studies.size(); ++i) {
        const auto last = first + std::ssize(studies[i].reports);
        studies[i].keys.assign(first, last);
        studies[i].label = std::move((*labels)[i]);
        first = last;
    }
    return {};
}

/// Sorts reports into studies.
class Gathering
{
public:
    explicit Gathering(const StudyUnits &units)
        : m_units(units)
    {}

    void include(RecordId report)
    {
        for (StudyUnit &unit : m_units.allOfReport(report)) {
            const auto [place, isNew] = m_places.try_emplace(unit.id, m_studies.size());
            if (isNew) {
                m_studies.push_back({std::move(unit.id), std::move(unit.name), {}, {}, {}, true});
            }
            Study &study = m_studies[place->second];
            study.reports.push_back(report);
            study.isOfPreviousVersion =
                study.isOfPreviousVersion || m_units.saidOf(report).isOfPreviousVersion;
        }
    }

    void exclude(RecordId report, const std::string &reason)
    {
        Study study{"excluded " + std::to_string(report.value), {}, {}, {report}, {}};
        study.isOfPreviousVersion = m_units.saidOf(report).isOfPreviousVersion;
        study.whyExcluded = reason.empty() ? "no reason given" : reason;
        m_studies.push_back(std::move(study));
    }

    std::vector<Study> take() { return std::move(m_studies); }

private:
    const StudyUnits &m_units;
    std::vector<Study> m_studies;
    std::unordered_map<std::string, std::size_t> m_places;
};

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
    auto units = StudyUnits::of(workspace);
    auto rules = Standings::of(workspace);
    if (!units || !rules) {
        return !units ? std::move(units).error() : std::move(rules).error();
    }
    const auto standings = rules->all(workspace);
    const auto status = statuses(workspace, *units);
    if (!standings || !status) {
        return !standings ? standings.error() : status.error();
    }
    Gathering gathering(*units);
    for (const auto &[report, standing] : *standings) {
        const screening::Outcome &seen = standing.seen[Stage::FullText];
        if (seen.state != State::Include && seen.state != State::Exclude) {
            continue;
        }
        auto visible = workspace.records().isVisible(report);
        if (!visible) {
            return std::move(visible).error();
        }
        const auto said = status->find(report);
        if (!*visible) {
            continue; // its import was undone
        }
        if (seen.state == State::Exclude) {
            gathering.exclude(report, seen.reason);
        } else if (said == status->end() || said->second == ReportStatus::Sought) {
            gathering.include(report);
        }
    }
    std::vector<Study> studies = gathering.take();
    if (auto done = nameThem(workspace, studies); !done) {
        return std::move(done).error();
    }
    return studies;
}

Result<Study> studyOfReport(Workspace &workspace, RecordId report, std::string_view name)
{
    const auto units = StudyUnits::of(workspace);
    if (!units) {
        return units.error();
    }
    StudyUnit unit = units->ofReport(report, name);
    std::vector<Study> studies(1);
    studies.front() = {std::move(unit.id), std::move(unit.name), {}, std::move(unit.reports), {}};
    if (auto done = nameThem(workspace, studies); !done) {
        return std::move(done).error();
    }
    return std::move(studies.front());
}

Result<void> groupReports(Workspace &workspace, std::span<const RecordId> reports, const std::string &name)
{
    if (name.empty()) {
        return Error{ErrorCode::InvalidArgument, "A study needs a name, as Smith 2020.", {}, {}};
    }
    const auto units = StudyUnits::of(workspace);
    if (!units) {
        return units.error();
    }
    std::vector<store::EventDraft> drafts;
    for (const RecordId report : reports) {
        drafts.push_back(
            draftOf(units->representativeOf(report), {{name}, units->saidOf(report).isOfPreviousVersion}));
    }
    return workspace.log().append(workspace.act(), drafts);
}

Result<void> takeApart(Workspace &workspace, const Study &study)
{
    const auto units = StudyUnits::of(workspace);
    if (!units) {
        return units.error();
    }
    std::vector<store::EventDraft> drafts;
    for (const RecordId report : units->ofReport(study.reports.front(), study.name).reports) {
        store::StudyDetail detail = units->saidOf(report);
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
