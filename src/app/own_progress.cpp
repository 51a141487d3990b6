#include "app/own_progress.h"

#include "base/clock.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace winnow::app {

namespace {

/// What was said last of a group, and when that was among all decisions.
struct Said
{
    bool goesOn = false;
    std::size_t place = 0;
};

} // namespace

Result<OwnProgress> ownProgress(Workspace &workspace, Stage stage)
{
    const store::Snapshot snapshot = workspace.snapshot();
    auto events = workspace.log().live(EventKind::Decision);
    auto representatives = workspace.judgement().representatives();
    if (!events || !representatives) {
        return !events ? std::move(events).error() : std::move(representatives).error();
    }
    std::unordered_map<std::int64_t, int> sizes; // of acts
    for (const Event &event : *events) {
        ++sizes[event.op];
    }
    OwnProgress progress;
    std::unordered_map<RecordId, Said> said;
    std::size_t place = 0;
    for (const Event &event : *events) {
        if (event.reviewer != workspace.reviewer() || event.stage != toString(stage)) {
            continue;
        }
        said[representatives->of({event.subject})] = {event.verdict != toString(Verdict::Exclude), ++place};
        const auto time = millisecondsOf(event.atUtc);
        if (time && sizes[event.op] == 1) {
            progress.timesMs.push_back(*time);
        }
    }
    std::size_t lastGoingOn = 0;
    for (const auto &[record, last] : said) {
        progress.goOn += last.goesOn ? 1 : 0;
        lastGoingOn = last.goesOn ? std::max(lastGoingOn, last.place) : lastGoingOn;
    }
    for (const auto &[record, last] : said) {
        progress.run += last.place > lastGoingOn ? 1 : 0;
    }
    progress.decided = static_cast<std::int64_t>(said.size());
    return progress;
}

} // namespace winnow::app
