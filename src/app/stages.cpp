#include "app/stages.h"

#include "app/exclusion_reasons.h"
#include "app/ranking_models.h"
#include "store/event_detail.h"

#include <algorithm>
#include <set>

namespace winnow::app {

namespace {

constexpr int kMostReviewers = 2;

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

bool hasTwice(const std::vector<std::string> &names)
{
    return std::set<std::string>(names.begin(), names.end()).size() != names.size();
}

Result<void> checked(const StageSettings &settings)
{
    const auto isShare = [](double share) { return share >= 0 && share <= 1; };
    if (settings.reviewersPerRecord < 1 || settings.reviewersPerRecord > kMostReviewers) {
        return refusal("A record is read by 1 or 2 reviewers; with more, let everyone read everything.");
    }
    if (!isShare(settings.secondReviewerShare) || !isShare(settings.randomShare)) {
        return refusal("A share is a number from 0 to 1.");
    }
    if (auto model = chosenModel(settings.rankingModel); !model) {
        return std::move(model).error();
    }
    if (hasTwice(settings.reviewers) || hasTwice(settings.adjudicators) || hasTwice(settings.reasons)) {
        return refusal("A reviewer or a reason is named twice.");
    }
    const auto needed = std::max<std::size_t>(static_cast<std::size_t>(settings.reviewersPerRecord),
                                              settings.secondReviewerShare > 0 ? 2 : 1);
    if (!settings.reviewers.empty() && settings.reviewers.size() < needed) {
        return refusal("There are fewer reviewers than each record needs.");
    }
    if (settings.stage == Stage::FullText && !settings.isUsed) {
        return refusal("Full texts are always assessed; only the stage of titles can be left out.");
    }
    if (settings.stage == Stage::TitleAbstract && !settings.isUsed) {
        return refusal("Titles and abstracts are always screened; only the stage of titles can be left out.");
    }
    return {};
}

Result<void> append(Workspace &workspace, store::EventDraft event)
{
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

store::EventDraft draft(EventKind kind, Stage stage)
{
    store::EventDraft event;
    event.kind = kind;
    event.stage = toString(stage);
    event.subjectKind = "review";
    return event;
}

Result<void> open(Workspace &workspace, Stage stage, std::optional<RecordId> record)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    if (!standings->maySettle(stage)) {
        return refusal("Only those who settle the conflicts of this stage may open it; see its settings.");
    }
    store::EventDraft event = draft(EventKind::ScreeningOpened, stage);
    if (record) {
        auto kept = workspace.judgement().keptFor(*record);
        if (!kept) {
            return std::move(kept).error();
        }
        event.subjectKind = "record";
        event.subject = kept->value;
    }
    return append(workspace, std::move(event));
}

} // namespace

Result<std::vector<StageSettings>> stageSettings(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    std::vector<StageSettings> all;
    all.reserve(kStages.size());
    for (const Stage stage : kStages) {
        all.push_back(standings->settings(stage));
    }
    return all;
}

Result<void> setStage(Workspace &workspace, const StageSettings &settings)
{
    if (auto sound = checked(settings); !sound) {
        return sound;
    }
    store::EventDraft event = draft(EventKind::ScreeningSet, settings.stage);
    event.detail = store::toDetail(settings);
    return append(workspace, std::move(event));
}

Result<void> openStage(Workspace &workspace, Stage stage)
{
    return open(workspace, stage, {});
}

Result<void> openRecord(Workspace &workspace, Stage stage, RecordId record)
{
    return open(workspace, stage, record);
}

Result<void> skip(Workspace &workspace, Stage stage, RecordId record)
{
    auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return std::move(kept).error();
    }
    store::EventDraft event = draft(EventKind::RecordSkipped, stage);
    event.subjectKind = "record";
    event.subject = kept->value;
    return append(workspace, std::move(event));
}

} // namespace winnow::app
