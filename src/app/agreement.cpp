#include "app/agreement.h"

#include "app/pilot.h"

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
    Collector(Stage stage, store::Representatives representatives, std::optional<std::set<RecordId>> only)
        : m_stage(stage)
        , m_representatives(std::move(representatives))
        , m_only(std::move(only))
    {}

    void addVote(const Event &event)
    {
        const auto verdict = verdictFromString(event.verdict);
        const RecordId record = m_representatives.of({event.subject});
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
            m_found.openings.push_back({m_representatives.of({event.subject}), m_stage, event.clock});
            return;
        }
        for (const screening::Vote &vote : m_found.votes) {
            m_found.openings.push_back({vote.record, m_stage, event.clock});
        }
    }

    Ballots take() { return std::move(m_found); }

private:
    Stage m_stage;
    store::Representatives m_representatives;
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
    auto representatives = workspace.judgement().representatives();
    auto decisions = workspace.log().live(EventKind::Decision);
    auto opened = workspace.log().live(EventKind::ScreeningOpened);
    auto resolved = workspace.log().live(EventKind::ConflictResolved);
    if (!representatives || !decisions || !opened || !resolved) {
        return !representatives ? std::move(representatives).error()
               : !decisions     ? std::move(decisions).error()
               : !opened        ? std::move(opened).error()
                                : std::move(resolved).error();
    }
    Collector collector(request.stage, *std::move(representatives), std::move(only));
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
    const store::Snapshot snapshot = workspace.snapshot();
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

} // namespace winnow::app
