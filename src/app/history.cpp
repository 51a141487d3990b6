#include "app/history.h"

#include "app/event_text.h"
#include "app/standing.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace winnow::app {

namespace {

/// What says how a reviewer judges a record, and so is kept from the others.
constexpr std::array kBlinded{EventKind::Decision,
                              EventKind::RecordSkipped,
                              EventKind::LabelAdded,
                              EventKind::LabelRemoved,
                              EventKind::LabelRenamed,
                              EventKind::NoteWritten};

bool isHidden(const Workspace &workspace, const Standings &standings, const Event &event)
{
    if (event.reviewer == workspace.reviewer() || std::ranges::count(kBlinded, event.kind) == 0) {
        return false;
    }
    const RecordId record{event.subject};
    return !standings.isOpen(stageFromString(event.stage).value_or(Stage::TitleAbstract),
                             std::span(&record, 1));
}

LogEntry entryOf(Workspace &workspace, const Standings &standings, Event event)
{
    if (!isHidden(workspace, standings, event)) {
        std::string text = eventText(workspace, event);
        return {std::move(event), std::move(text), false};
    }
    event.verdict.clear();
    event.reason.clear();
    event.detail.clear();
    return {std::move(event), "what another reviewer said; hidden until the stage is opened", false};
}

std::optional<std::string> actText(Workspace &workspace, const std::vector<Event> &events)
{
    if (events.empty()) {
        return std::nullopt;
    }
    std::string text = eventText(workspace, events.front());
    if (events.size() > 1) {
        text += ", and " + std::to_string(events.size() - 1) + " more of the same act";
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

Result<std::vector<LogEntry>>
history(Workspace &workspace, std::optional<RecordId> record, std::optional<std::int64_t> limit)
{
    auto events = workspace.log().events(record, limit);
    if (!events) {
        return std::move(events).error();
    }
    std::unordered_set<std::int64_t> undone;
    for (const Event &event : *events) {
        if (event.retracts) {
            undone.insert(event.retracts->value);
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
        entries.push_back(entryOf(workspace, *standings, std::move(event)));
        entries.back().isUndone = isUndone;
    }
    return entries;
}

} // namespace winnow::app
