#include "app/standing.h"

#include "app/exclusion_reasons.h"
#include "screening/allocation.h"
#include "store/event_detail.h"

#include <algorithm>

namespace winnow::app {

namespace {

using screening::Outcome;
using screening::State;

Resolution resolutionOf(const Event &event)
{
    store::ResolutionDetail detail = store::resolutionDetail(event.detail);
    return {{event.subject},
            stageFromString(event.stage).value_or(Stage::TitleAbstract),
            verdictFromString(event.verdict).value_or(Verdict::Maybe),
            event.reason,
            std::move(detail.note),
            detail.isConsensus,
            event.reviewer,
            event.atUtc};
}

std::vector<Resolution> resolutionsIn(const std::vector<Event> &events)
{
    std::vector<Resolution> resolutions(events.size());
    std::ranges::transform(events, resolutions.begin(), resolutionOf);
    return resolutions;
}

} // namespace

Result<Standings> Standings::of(Workspace &workspace)
{
    auto settings = workspace.log().live(EventKind::ScreeningSet);
    auto opened = workspace.log().live(EventKind::ScreeningOpened);
    if (!settings || !opened) {
        return !settings ? std::move(settings).error() : std::move(opened).error();
    }
    Standings standings;
    standings.m_reviewer = workspace.reviewer();
    for (const Stage stage : kStages) {
        standings.m_settings[stage] = defaultSettings(stage);
        standings.m_isStageOpen[stage] = false;
    }
    for (const Event &event : *settings) {
        if (const auto stage = stageFromString(event.stage)) {
            standings.m_settings[*stage] = store::settingsDetail(*stage, event.detail);
        }
    }
    for (const Event &event : *opened) {
        const auto stage = stageFromString(event.stage);
        if (!stage) {
            continue;
        }
        if (event.subjectKind == "record") {
            standings.m_opened.emplace(RecordId{event.subject}, *stage);
        } else {
            standings.m_isStageOpen[*stage] = true;
        }
    }
    return standings;
}

bool Standings::isOpen(Stage stage, std::span<const RecordId> members) const
{
    return !m_settings[stage].isBlind || m_isStageOpen[stage] ||
           std::ranges::any_of(members, [&](RecordId member) {
               return m_opened.contains({member, stage});
           });
}

bool Standings::isOwn(const Decision &decision) const
{
    return decision.reviewer == m_reviewer || decision.enteredBy == m_reviewer;
}

bool Standings::maySettle(Stage stage) const
{
    const std::vector<std::string> &adjudicators = m_settings[stage].adjudicators;
    return adjudicators.empty() || std::ranges::count(adjudicators, m_reviewer) > 0;
}

Result<void> Standings::checkMayAgree(Stage stage, std::span<const RecordId> members) const
{
    if (!maySettle(stage)) {
        return notYours(m_settings[stage]);
    }
    if (!isOpen(stage, members)) {
        return Error{
            ErrorCode::Denied,
            "The " + stageInWords(stage) +
                " is still blind, so that there is no consensus yet; open it with 'winnow unblind' first.",
            {},
            {}};
    }
    return {};
}

Outcome
Standings::seenOf(const screening::StageVotes &votes, const Outcome &outcome, Stage stage, bool isOpen) const
{
    if (isOpen) {
        return outcome;
    }
    const StageSettings &settings = m_settings[stage];
    const bool adjudicates = !settings.adjudicators.empty() && maySettle(stage);
    if (outcome.state == State::Conflict && adjudicates) {
        return outcome;
    }
    screening::StageVotes own;
    std::ranges::copy_if(votes.decisions, std::back_inserter(own.decisions), [&](const Decision &decision) {
        return isOwn(decision);
    });
    return screening::outcome(own, settings);
}

Standing Standings::stand(RecordId kept,
                          std::span<const Decision> decisions,
                          std::span<const Resolution> resolutions,
                          std::span<const RecordId> members) const
{
    Standing standing;
    standing.said.assign(decisions.begin(), decisions.end());
    for (const Stage stage : kStages) {
        screening::StageVotes votes{
            screening::atStage(decisions, stage), {}, screening::reviewersNeeded(m_settings[stage], kept)};
        for (const Resolution &resolution : resolutions) {
            if (resolution.stage == stage) {
                votes.resolution = resolution;
            }
        }
        const bool isShown = isOpen(stage, members) || votes.resolution.has_value();
        standing.outcomes[stage] = screening::outcome(votes, m_settings[stage]);
        standing.seen[stage] = seenOf(votes, standing.outcomes[stage], stage, isShown);
        standing.resolutions[stage] = votes.resolution;
        standing.isOpen[stage] = isShown;
        for (const Decision &decision : votes.decisions) {
            if (isShown || isOwn(decision)) {
                standing.decisions.push_back(decision);
            }
        }
    }
    const auto carryTitle = [&](PerStage<Outcome> &outcomes) {
        const Outcome &title = outcomes[Stage::Title];
        if (m_settings[Stage::Title].isUsed && title.state == State::Exclude &&
            outcomes[Stage::TitleAbstract].state == State::Undecided) {
            outcomes[Stage::TitleAbstract] = title;
        }
    };
    carryTitle(standing.outcomes);
    carryTitle(standing.seen);
    return standing;
}

Result<Standing> Standings::standing(Workspace &workspace, RecordId record) const
{
    auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return std::move(kept).error();
    }
    auto decisions = workspace.judgement().decisionsOf(*kept);
    auto members = workspace.judgement().representedBy(*kept);
    if (!decisions || !members) {
        return !decisions ? std::move(decisions).error() : std::move(members).error();
    }
    auto resolved = workspace.log().live(EventKind::ConflictResolved, *members);
    if (!resolved) {
        return std::move(resolved).error();
    }
    return stand(*kept, *decisions, resolutionsIn(*resolved), *members);
}

Result<std::map<RecordId, Standing>> Standings::all(Workspace &workspace) const
{
    auto decisions = workspace.judgement().allDecisions();
    auto representatives = workspace.judgement().representatives();
    auto resolved = workspace.log().live(EventKind::ConflictResolved);
    if (!decisions || !representatives || !resolved) {
        return !decisions         ? std::move(decisions).error()
               : !representatives ? std::move(representatives).error()
                                  : std::move(resolved).error();
    }
    std::map<RecordId, std::vector<RecordId>> members;
    for (const auto &[member, kept] : representatives->others()) {
        members[kept].push_back(member);
    }
    std::map<RecordId, std::vector<Resolution>> resolutions;
    for (const Resolution &resolution : resolutionsIn(*resolved)) {
        const RecordId kept = representatives->of(resolution.record);
        resolutions[kept].push_back(resolution);
        decisions->try_emplace(kept);
    }
    std::map<RecordId, Standing> standings;
    for (const auto &[kept, said] : *decisions) {
        std::vector<RecordId> group{kept};
        if (const auto others = members.find(kept); others != members.end()) {
            group.insert(group.end(), others->second.begin(), others->second.end());
        }
        const auto own = resolutions.find(kept);
        const std::vector<Resolution> none;
        standings.emplace_hint(
            standings.end(), kept, stand(kept, said, own == resolutions.end() ? none : own->second, group));
    }
    return standings;
}

bool hasCome(const Standings &standings, const Standing *standing, Stage stage)
{
    return std::ranges::all_of(stagesOf(standings), [&](Stage earlier) {
        return earlier >= stage ||
               (standing != nullptr && screening::goesOn(standing->outcomes[earlier].state));
    });
}

Result<std::int64_t> blindedRecords(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    return std::ranges::count_if(
        *all, [](const auto &entry) { return entry.second.decisions.size() < entry.second.said.size(); });
}

Error notYours(const StageSettings &settings)
{
    std::string names;
    for (const std::string &name : settings.adjudicators) {
        names.append(names.empty() ? "" : ", ").append(name);
    }
    return {ErrorCode::InvalidArgument,
            "The conflicts at " + stageInWords(settings.stage) + " are settled by " + names + ".",
            {},
            {}};
}

std::vector<Stage> stagesOf(const Standings &standings)
{
    std::vector<Stage> stages;
    std::ranges::copy_if(
        kStages, std::back_inserter(stages), [&](Stage stage) { return standings.settings(stage).isUsed; });
    return stages;
}

} // namespace winnow::app
