#include "app/history.h"

#include "app/event_text.h"
#include "app/standing.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace winnow::app {

namespace {

/// What says how a reviewer judges a record, and so is kept from the others.
constexpr std::array kBlinded{EventKind::Decision,
                              EventKind::RecordSkipped,
                              EventKind::LabelAdded,
                              EventKind::LabelRemoved,
                              EventKind::LabelRenamed,
                              EventKind::NoteWritten,
                              EventKind::Appraised,
                              EventKind::AppraisalAnswered,
                              EventKind::ValueExtracted};

bool isHidden(const Standings &standings, const Event &event, bool isOwn)
{
    if (isOwn || std::ranges::count(kBlinded, event.kind) == 0) {
        return false;
    }
    const RecordId record{event.subject};
    return !standings.isOpen(stageFromString(event.stage).value_or(Stage::TitleAbstract),
                             std::span(&record, 1));
}

LogEntry entryOf(Workspace &workspace, const Standings &standings, Event event, bool isOwn)
{
    if (!isHidden(standings, event, isOwn)) {
        std::string text = eventText(workspace, event);
        return {std::move(event), std::move(text), false};
    }
    event.verdict.clear();
    event.reason.clear();
    event.detail.clear();
    return {
        std::move(event),
        workspace.say(sentence("EventText", "what another reviewer said; hidden until the stage is opened")),
        false};
}

std::optional<std::string> actText(Workspace &workspace, const std::vector<Event> &events)
{
    if (events.empty()) {
        return std::nullopt;
    }
    std::string text = eventText(workspace, events.front());
    if (events.size() > 1) {
        text = workspace.say(sentence("EventText", "%1, and %2 more of the same act"),
                             {text, std::to_string(events.size() - 1)});
    }
    return text;
}

} // namespace

Result<std::optional<std::string>> undo(Workspace &workspace)
{
    auto events = workspace.log().undo(workspace.act());
    if (!events) {
        return std::move(events).error();
    }
    return actText(workspace, *events);
}

Result<std::optional<std::string>> redo(Workspace &workspace)
{
    auto events = workspace.log().redo(workspace.act());
    if (!events) {
        return std::move(events).error();
    }
    return actText(workspace, *events);
}

Result<std::int64_t> undoBackTo(Workspace &workspace, std::int64_t act)
{
    auto entries = history(workspace);
    if (!entries) {
        return std::move(entries).error();
    }
    const bool isThere = std::ranges::any_of(*entries, [&](const LogEntry &entry) {
        return entry.event.op == act && entry.event.id.value == act && !entry.isUndone &&
               entry.event.kind != EventKind::Retraction && entry.event.reviewer == workspace.reviewer();
    });
    if (!isThere) {
        return Error{ErrorCode::NotFound,
                     "There is no act " + std::to_string(act) + " of " + workspace.reviewer() +
                         " that still holds.",
                     {},
                     {}};
    }
    for (std::int64_t count = 1;; ++count) {
        auto events = workspace.log().undo(workspace.act());
        if (!events) {
            return std::move(events).error();
        }
        if (events->empty() || events->front().op <= act) {
            return count;
        }
    }
}

Result<std::vector<LogEntry>>
history(Workspace &workspace, std::optional<RecordId> record, std::optional<std::int64_t> limit)
{
    auto events = workspace.log().events(record, limit);
    if (!events) {
        return std::move(events).error();
    }
    std::unordered_set<std::int64_t> undone;
    std::unordered_map<std::int64_t, std::string> actors; ///< of acts whose first event is among these
    for (const Event &event : *events) {
        if (event.retracts) {
            undone.insert(event.retracts->value);
        }
        if (event.op == event.id.value) {
            actors.emplace(event.op, event.reviewer);
        }
    }
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    std::vector<LogEntry> entries;
    entries.reserve(events->size());
    for (Event &event : *events) {
        const bool isUndone = undone.contains(event.id.value);
        const auto act = actors.find(event.op);
        const bool isOwn = event.reviewer == workspace.reviewer() ||
                           (act != actors.end() && act->second == workspace.reviewer());
        entries.push_back(entryOf(workspace, *standings, std::move(event), isOwn));
        entries.back().isUndone = isUndone;
    }
    return entries;
}

} // namespace winnow::app
