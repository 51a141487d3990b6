#include "app/review_numbers.h"

#include "app/evidence_tables.h"
#include "app/extraction_log.h"
#include "app/forms.h"
#include "app/pilot.h"
#include "app/search_runs.h"
#include "model/report_status.h"
#include "screening/allocation.h"

#include <algorithm>
#include <array>
#include <string>

namespace winnow::app {

namespace {

using screening::State;

/// More than a person does between two readings; where there is more, all is counted anew.
constexpr std::int64_t kMostEvents = 32;

/// What an event leaves to be counted again.
enum class Touches { Nothing, Record, Studies, Tables, All };

Touches touchedBy(EventKind kind)
{
    constexpr std::array<std::pair<EventKind, Touches>, 25> kTouches{{
        {EventKind::Decision, Touches::Record},           {EventKind::ConflictResolved, Touches::Record},
        {EventKind::ReportStatusSet, Touches::Studies},   {EventKind::ReportOfStudy, Touches::Studies},
        {EventKind::FormPublished, Touches::Studies},     {EventKind::ValueExtracted, Touches::Studies},
        {EventKind::ValueAgreed, Touches::Studies},       {EventKind::TablesLoaded, Touches::Tables},
        {EventKind::SearchRun, Touches::Nothing}, // searches are read each time
        {EventKind::FieldChosen, Touches::Nothing},       {EventKind::RecordsKeptApart, Touches::Nothing},
        {EventKind::RecordSkipped, Touches::Nothing},     {EventKind::LabelAdded, Touches::Nothing},
        {EventKind::LabelRemoved, Touches::Nothing},      {EventKind::LabelRenamed, Touches::Nothing},
        {EventKind::NoteWritten, Touches::Nothing},       {EventKind::Appraised, Touches::Nothing},
        {EventKind::AppraisalAnswered, Touches::Nothing}, {EventKind::RankingComputed, Touches::Nothing},
        {EventKind::StoppingChecked, Touches::Nothing},   {EventKind::FlowNumberNoted, Touches::Nothing},
        {EventKind::FlowSnapshot, Touches::Nothing},      {EventKind::FileAttached, Touches::Nothing},
        {EventKind::FileDetached, Touches::Nothing},      {EventKind::FullTextSought, Touches::Nothing},
    }};
    const auto *const found = std::ranges::find(kTouches, kind, &std::pair<EventKind, Touches>::first);
    return found == kTouches.end() ? Touches::All : found->second;
}

/// Of a retraction, what it took back; all where that is too long ago to be among `events`.
Touches touchedBy(const Event &event, const std::vector<Event> &events)
{
    if (event.kind != EventKind::Retraction) {
        return touchedBy(event.kind);
    }
    const auto retracted = std::ranges::find_if(
        events, [&](const Event &other) { return event.retracts && other.id == *event.retracts; });
    return retracted == events.end() ? Touches::All : touchedBy(retracted->kind);
}

/// Groups whose report is of no use to extraction: it could not be had, or is a duplicate.
Result<std::set<RecordId>> lostReports(Workspace &workspace, const StudyUnits &units)
{
    auto events = workspace.log().live(EventKind::ReportStatusSet);
    if (!events) {
        return std::move(events).error();
    }
    std::set<RecordId> lost;
    for (const Event &event : *events) {
        const RecordId report = units.representativeOf({event.subject});
        if (reportStatusFromString(event.verdict).value_or(ReportStatus::Sought) == ReportStatus::Sought) {
            lost.erase(report);
        } else {
            lost.insert(report);
        }
    }
    return lost;
}

/// The studies that somebody extracted something from.
Result<std::set<std::string>> extractedStudies(Workspace &workspace, const StudyUnits &units)
{
    std::set<std::string> ids;
    for (const EventKind kind : {EventKind::ValueExtracted, EventKind::ValueAgreed}) {
        auto events = workspace.log().live(kind);
        if (!events) {
            return std::move(events).error();
        }
        for (const Event &event : *events) {
            if (const auto said = valueOf(event)) {
                ids.insert(unitOf(units, event, *said).id);
            }
        }
    }
    return ids;
}

} // namespace

Result<ReviewNumbers> NumbersCount::read(Workspace &workspace)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto due = dueIn(workspace);
    auto runs = searchRuns(workspace);
    if (!due || !runs) {
        return !due ? std::move(due).error() : std::move(runs).error();
    }
    m_numbers.searches = std::ranges::count(*runs, SearchRunState::Counted, &SearchRun::state);
    const std::set<RecordId> before = m_included;
    Result<void> counted;
    if (due->all) {
        counted = countAll(workspace);
    }
    for (const RecordId record : due->records) {
        counted = counted ? countAgain(workspace, record) : std::move(counted);
    }
    if (counted && (due->all || due->tables)) {
        counted = countTables(workspace);
    }
    if (counted && (due->all || due->studies || before != m_included)) {
        counted = countStudies(workspace);
    }
    if (!counted) {
        m_last.reset();
        return std::move(counted).error();
    }
    return m_numbers;
}

/// What the events since the last reading touch.
Result<NumbersCount::Due> NumbersCount::dueIn(Workspace &workspace)
{
    auto events = workspace.log().events({}, kMostEvents);
    if (!events) {
        return std::move(events).error();
    }
    const auto last =
        std::ranges::find_if(*events, [this](const Event &event) { return m_last && event.id == *m_last; });
    Due due;
    due.all = last == events->end();
    for (auto event = last; !due.all && ++event != events->end();) {
        const Touches touches = touchedBy(*event, *events);
        due.all = touches == Touches::All;
        due.tables = due.tables || touches == Touches::Tables;
        due.studies = due.studies || touches == Touches::Studies;
        if (touches == Touches::Record) {
            due.records.insert({event->subject});
        }
    }
    m_last = events->empty() ? std::optional<EventId>() : std::optional(events->back().id);
    if (due.all) {
        due.records.clear();
    }
    return due;
}

Result<void> NumbersCount::countAll(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto all = standings->all(workspace);
    auto units = workspace.records().units();
    auto links = workspace.judgement().duplicates();
    if (!all || !units || !links) {
        return !all ? std::move(all).error() : !units ? std::move(units).error() : std::move(links).error();
    }
    for (const Stage stage : kStages) {
        auto pilot = pilotRecords(workspace, stage, true);
        if (!pilot) {
            return std::move(pilot).error();
        }
        m_pilots[stage] = *std::move(pilot);
    }
    m_standings = *std::move(standings);
    m_shares.clear();
    m_included.clear();
    const std::int64_t searches = m_numbers.searches;
    m_numbers = {};
    m_numbers.searches = searches;
    m_numbers.linked = static_cast<std::int64_t>(links->size());
    m_numbers.records = static_cast<std::int64_t>(units->size()) + m_numbers.linked;
    for (const RecordId record : *units) {
        const auto said = all->find(record);
        const Share share =
            shareOf(record, said == all->end() ? nullptr : &said->second, workspace.reviewer());
        add(record, share, 1);
        m_shares.emplace(record, share);
    }
    return {};
}

Result<void> NumbersCount::countAgain(Workspace &workspace, RecordId record)
{
    auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return std::move(kept).error();
    }
    const auto share = m_shares.find(*kept);
    if (share == m_shares.end()) {
        return {}; // of an import that was undone
    }
    auto standing = m_standings->standing(workspace, *kept);
    if (!standing) {
        return std::move(standing).error();
    }
    add(*kept, share->second, -1);
    share->second = shareOf(*kept, &*standing, workspace.reviewer());
    add(*kept, share->second, 1);
    return {};
}

NumbersCount::Share
NumbersCount::shareOf(RecordId record, const Standing *standing, const std::string &reviewer) const
{
    Share share;
    for (const Stage stage : stagesOf(*m_standings)) {
        const State state = standing == nullptr ? State::Undecided : standing->outcomes[stage].state;
        const bool isDecided =
            standing != nullptr && std::ranges::any_of(standing->said, [&](const Decision &decision) {
                return decision.stage == stage && decision.reviewer == reviewer;
            });
        const bool isWanted = state == State::Undecided || state == State::Pending;
        const bool isAssigned = screening::isAssigned(m_standings->settings(stage), record, reviewer);
        const bool isLeft = !isDecided && (m_pilots[stage].contains(record) || (isWanted && isAssigned));
        (stage == Stage::FullText ? share.isToRead : share.isToScreen) |= isLeft;
        (stage == Stage::FullText ? share.isRead : share.isScreened) |= isDecided;
        share.isAwaited |= isWanted && !isLeft;
        share.conflicts += state == State::Conflict && m_standings->maySettle(stage) ? 1 : 0;
        if (!screening::goesOn(state)) {
            break;
        }
    }
    share.isScreened = share.isScreened && !share.isToScreen;
    share.isIncluded = standing != nullptr && standing->seen[Stage::FullText].state == State::Include;
    return share;
}

void NumbersCount::add(RecordId record, const Share &share, int sign)
{
    const auto count = [sign](std::int64_t &number, bool isOne) { number += isOne ? sign : 0; };
    count(m_numbers.screening.done, share.isScreened);
    count(m_numbers.screening.left, share.isToScreen);
    count(m_numbers.fullText.done, share.isRead);
    count(m_numbers.fullText.left, share.isToRead);
    count(m_numbers.awaited, share.isAwaited);
    m_numbers.conflicts += std::int64_t{sign} * share.conflicts;
    if (share.isIncluded && sign > 0) {
        m_included.insert(record);
    } else {
        m_included.erase(record);
    }
}

Result<void> NumbersCount::countStudies(Workspace &workspace)
{
    auto units = StudyUnits::of(workspace);
    auto forms = formsOf(workspace);
    if (!units || !forms) {
        return !units ? std::move(units).error() : std::move(forms).error();
    }
    auto lost = lostReports(workspace, *units);
    auto extracted = extractedStudies(workspace, *units);
    if (!lost || !extracted) {
        return !lost ? std::move(lost).error() : std::move(extracted).error();
    }
    std::set<std::string> studies;
    for (const RecordId report : m_included) {
        if (!lost->contains(report)) {
            for (const StudyUnit &unit : units->allOfReport(report)) {
                studies.insert(unit.id);
            }
        }
    }
    m_numbers.forms = static_cast<std::int64_t>(forms->size());
    m_numbers.studies = static_cast<std::int64_t>(studies.size());
    m_numbers.studiesWithoutValues =
        std::ranges::count_if(studies, [&](const std::string &id) { return !extracted->contains(id); });
    return {};
}

Result<void> NumbersCount::countTables(Workspace &workspace)
{
    auto set = storedTables(workspace);
    if (!set) {
        return std::move(set).error();
    }
    m_numbers.tables = static_cast<std::int64_t>(set->tables.size());
    return {};
}

} // namespace winnow::app
