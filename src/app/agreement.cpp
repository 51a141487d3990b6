#include "app/agreement.h"

#include "screening/mixing.h"
#include "store/event_detail.h"

#include <algorithm>

namespace winnow::app {

namespace {

/// Votes and openings of one stage, by the records that stand for their groups.
struct Ballots
{
    std::vector<screening::Vote> votes;
    std::vector<screening::Opening> openings;
};

class Collector
{
public:
    Collector(Stage stage, std::map<RecordId, RecordId> represented, std::optional<std::set<RecordId>> only)
        : m_stage(stage)
        , m_represented(std::move(represented))
        , m_only(std::move(only))
    {}

    void addVote(const Event &event)
    {
        const auto verdict = verdictFromString(event.verdict);
        const RecordId record = standFor({event.subject});
        if (event.stage == toString(m_stage) && verdict && (!m_only || m_only->contains(record))) {
            m_found.votes.push_back({record, m_stage, event.reviewer, *verdict, event.reason, event.clock});
        }
    }

    /// Comes after all votes: the opening of a stage opens every record that has one.
    void addOpening(const Event &event)
    {
        if (event.stage != toString(m_stage)) {
            return;
        }
        if (event.subjectKind == "record") {
            m_found.openings.push_back({standFor({event.subject}), m_stage, event.clock});
            return;
        }
        for (const screening::Vote &vote : m_found.votes) {
            m_found.openings.push_back({vote.record, m_stage, event.clock});
        }
    }

    Ballots take() { return std::move(m_found); }

private:
    [[nodiscard]] RecordId standFor(RecordId record) const
    {
        const auto other = m_represented.find(record);
        return other == m_represented.end() ? record : other->second;
    }

    Stage m_stage;
    std::map<RecordId, RecordId> m_represented;
    std::optional<std::set<RecordId>> m_only;
    Ballots m_found;
};

Result<Ballots> collect(Workspace &workspace, const AgreementRequest &request)
{
    std::optional<std::set<RecordId>> only;
    if (request.isOfPilot) {
        auto pilot = pilotRecords(workspace, request.stage);
        if (!pilot) {
            return std::move(pilot).error();
        }
        only = *std::move(pilot);
    }
    auto represented = workspace.judgement().represented();
    auto decisions = workspace.log().live(EventKind::Decision);
    auto opened = workspace.log().live(EventKind::ScreeningOpened);
    auto resolved = workspace.log().live(EventKind::ConflictResolved);
    if (!represented || !decisions || !opened || !resolved) {
        return !represented ? std::move(represented).error()
               : !decisions ? std::move(decisions).error()
               : !opened    ? std::move(opened).error()
                            : std::move(resolved).error();
    }
    Collector collector(request.stage, *std::move(represented), std::move(only));
    for (const Event &event : *decisions) {
        collector.addVote(event);
    }
    for (const auto *events : {&*opened, &*resolved}) {
        for (const Event &event : *events) {
            collector.addOpening(event);
        }
    }
    return collector.take();
}

} // namespace

Result<AgreementReport> agreement(Workspace &workspace, const AgreementRequest &request)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    if (!standings->maySettle(request.stage)) {
        return notYours(standings->settings(request.stage));
    }
    auto ballots = collect(workspace, request);
    if (!ballots) {
        return std::move(ballots).error();
    }
    AgreementReport report;
    report.votes = screening::firstVotes(ballots->votes, ballots->openings, request.stage);
    report.verdicts = screening::teamAgreement(screening::verdictRatings(report.votes, request.maybe));
    report.reasons = screening::reasonDivisions(report.votes);
    return report;
}

Result<std::int64_t> drawPilot(Workspace &workspace, const PilotRequest &request)
{
    auto standings = Standings::of(workspace);
    auto units = workspace.records().units();
    if (!standings || !units) {
        return !standings ? std::move(standings).error() : std::move(units).error();
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::vector<RecordId> open;
    for (const RecordId record : *units) {
        const auto entry = all->find(record);
        const Standing *const standing = entry == all->end() ? nullptr : &entry->second;
        const bool isUndecided =
            standing == nullptr || screening::atStage(standing->said, request.stage).empty();
        if (isUndecided && hasCome(*standings, standing, request.stage)) {
            open.push_back(record);
        }
    }
    if (open.empty() || request.size == 0) {
        return Error{
            ErrorCode::InvalidArgument, "There is no undecided record to draw a pilot round from.", {}, {}};
    }
    std::vector<RecordId> sample = screening::inRandomOrder(open, request.seed);
    sample.resize(std::min(sample.size(), request.size));
    std::ranges::sort(sample);
    store::EventDraft event;
    event.kind = EventKind::PilotDrawn;
    event.stage = toString(request.stage);
    event.subjectKind = "review";
    event.detail = store::toDetail(store::PilotDetail{request.seed, sample, {}, 0});
    if (auto done = workspace.log().append(workspace.act(), std::span(&event, 1)); !done) {
        return std::move(done).error();
    }
    return static_cast<std::int64_t>(sample.size());
}

Result<std::set<RecordId>> pilotRecords(Workspace &workspace, Stage stage, bool withSamples)
{
    auto pilots = workspace.log().live(EventKind::PilotDrawn);
    auto represented = workspace.judgement().represented();
    if (!pilots || !represented) {
        return !pilots ? std::move(pilots).error() : std::move(represented).error();
    }
    std::set<RecordId> records;
    for (const Event &event : *pilots) {
        const store::PilotDetail detail = store::pilotDetail(event.detail);
        if (event.stage != toString(stage) || (detail.unscreened && !withSamples)) {
            continue;
        }
        for (const RecordId record : detail.records) {
            const auto other = represented->find(record);
            records.insert(other == represented->end() ? record : other->second);
        }
    }
    return records;
}

} // namespace winnow::app
