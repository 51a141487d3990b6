#include "app/pilot.h"

#include "app/standing.h"
#include "screening/mixing.h"

#include <algorithm>

namespace winnow::app {

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
    if (auto done = recordSample(workspace, request.stage, {request.seed, sample, {}, 0}); !done) {
        return std::move(done).error();
    }
    return static_cast<std::int64_t>(sample.size());
}

Result<std::set<RecordId>> pilotRecords(Workspace &workspace, Stage stage, bool withSamples)
{
    auto pilots = workspace.log().live(EventKind::PilotDrawn);
    auto representatives = workspace.judgement().representatives();
    if (!pilots || !representatives) {
        return !pilots ? std::move(pilots).error() : std::move(representatives).error();
    }
    std::set<RecordId> records;
    for (const Event &event : *pilots) {
        const store::PilotDetail detail = store::pilotDetail(event.detail);
        if (event.stage != toString(stage) || (detail.unscreened && !withSamples)) {
            continue;
        }
        for (const RecordId record : detail.records) {
            records.insert(representatives->of(record));
        }
    }
    return records;
}

Result<void> recordSample(Workspace &workspace, Stage stage, const store::PilotDetail &sample)
{
    store::EventDraft event;
    event.kind = EventKind::PilotDrawn;
    event.stage = toString(stage);
    event.subjectKind = "review";
    event.detail = store::toDetail(sample);
    return workspace.log().append(workspace.act(), std::span(&event, 1));
}

} // namespace winnow::app
