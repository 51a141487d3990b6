#include "app/conflicts.h"

#include "app/exclusion_reasons.h"
#include "app/record_list.h"
#include "store/event_detail.h"

#include <algorithm>

namespace winnow::app {

namespace {

ConflictKind kindOf(const std::vector<Decision> &decisions)
{
    const auto excludes = [](const Decision &decision) { return decision.verdict == Verdict::Exclude; };
    if (std::ranges::all_of(decisions, excludes)) {
        return ConflictKind::Reasons;
    }
    const bool isOfOne = std::ranges::any_of(decisions, [&](const Decision &decision) {
        return excludes(decision) && std::ranges::any_of(decisions, [&](const Decision &other) {
                   return other.reviewer == decision.reviewer && !excludes(other);
               });
    });
    return isOfOne ? ConflictKind::Duplicates : ConflictKind::Verdicts;
}

/// Keys and titles, as lists show them.
Result<void> name(Workspace &workspace, std::vector<Conflict> &conflicts)
{
    std::vector<RecordId> ids(conflicts.size());
    std::ranges::transform(conflicts, ids.begin(), &Conflict::record);
    auto rows = listRows(workspace, ids);
    if (!rows) {
        return std::move(rows).error();
    }
    for (std::size_t i = 0; i < conflicts.size(); ++i) {
        conflicts[i].key = std::move((*rows)[i].key);
        conflicts[i].title = std::move((*rows)[i].title);
    }
    return {};
}

} // namespace

Result<std::vector<Conflict>> conflicts(Workspace &workspace, std::optional<Stage> wanted)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    if (wanted && !standings->maySettle(*wanted)) {
        return notYours(standings->settings(*wanted));
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    std::vector<Conflict> found;
    for (const auto &[record, standing] : *all) {
        for (const Stage stage : stagesOf(*standings)) {
            if (standing.outcomes[stage].state != screening::State::Conflict ||
                (wanted && stage != *wanted) || !standings->maySettle(stage)) {
                continue;
            }
            Conflict conflict;
            conflict.record = record;
            conflict.stage = stage;
            conflict.kind = kindOf(screening::atStage(standing.said, stage));
            const StageSettings &settings = standings->settings(stage);
            conflict.isOpen = standing.isOpen[stage];
            const bool showsVotes = conflict.isOpen || !settings.hidesVotes;
            conflict.decisions = screening::atStage(showsVotes ? standing.said : standing.decisions, stage);
            found.push_back(std::move(conflict));
        }
    }
    if (auto named = name(workspace, found); !named) {
        return std::move(named).error();
    }
    return found;
}

Result<void> resolve(Workspace &workspace, const ResolveRequest &request)
{
    auto standings = Standings::of(workspace);
    auto kept = workspace.judgement().keptFor(request.record);
    if (!standings || !kept) {
        return !standings ? std::move(standings).error() : std::move(kept).error();
    }
    const StageSettings &settings = standings->settings(request.stage);
    if (!standings->maySettle(request.stage)) {
        return notYours(settings);
    }
    auto standing = standings->standing(workspace, *kept);
    auto reasons = orderedReasons(request.verdict, {request.reason}, settings);
    if (!standing || !reasons) {
        return !standing ? std::move(standing).error() : std::move(reasons).error();
    }
    if (standing->outcomes[request.stage].state != screening::State::Conflict &&
        !standing->resolutions[request.stage]) {
        return Error{ErrorCode::InvalidArgument,
                     "There is no conflict on this record at " + stageInWords(request.stage) + ".",
                     {},
                     {}};
    }
    const auto votes = screening::atStage(standing->said, request.stage);
    const bool hasVoted = std::ranges::count(votes, workspace.reviewer(), &Decision::reviewer) > 0;
    if (!request.isConsensus && hasVoted) {
        return Error{ErrorCode::InvalidArgument,
                     workspace.reviewer() +
                         " voted on this record and so is no third person; settle it by consensus, or let "
                         "somebody else decide.",
                     {},
                     {}};
    }
    store::EventDraft event;
    event.kind = EventKind::ConflictResolved;
    event.stage = toString(request.stage);
    event.subjectKind = "record";
    event.subject = kept->value;
    event.verdict = toString(request.verdict);
    event.reason = reasons->empty() ? std::string() : reasons->front();
    event.detail = store::toDetail(store::ResolutionDetail{request.isConsensus, request.note});
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

} // namespace winnow::app
