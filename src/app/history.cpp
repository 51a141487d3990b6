#include "app/history.h"

#include "app/record_keys.h"
#include "store/event_detail.h"

#include <unordered_set>

namespace winnow::app {

namespace {

std::string keyOf(Workspace &workspace, std::int64_t record)
{
    const RecordId id{record};
    auto keys = keysOf(workspace, std::span(&id, 1));
    return keys && !keys->empty() ? keys->front() : "#" + std::to_string(record);
}

std::string decisionText(Workspace &workspace, const Event &event)
{
    const std::string note = store::noteDetail(event.detail);
    return event.verdict + " " + keyOf(workspace, event.subject) + " at " + event.stage +
           (event.reason.empty() ? "" : ": " + event.reason) + (note.empty() ? "" : " (" + note + ")");
}

std::string removalText(const Event &event)
{
    const store::RemovalDetail removal = store::removalDetail(event.detail);
    return std::to_string(removal.count) + " records removed before screening " +
           (removal.isByAutomation ? "by automation tools" : "for other reasons") +
           (removal.note.empty() ? "" : ": " + removal.note);
}

std::string textOf(Workspace &workspace, const Event &event)
{
    switch (event.kind) {
    case EventKind::SearchRun:
        return "search " + std::to_string(event.subject) + " noted: " + store::noteDetail(event.detail);
    case EventKind::Import:
        return "import of " + store::noteDetail(event.detail);
    case EventKind::DuplicatesMerged:
        return std::to_string(store::mergeDetail(event.detail).members.size()) +
               " records are one, kept as " + keyOf(workspace, event.subject) + ": " + event.reason;
    case EventKind::DuplicateSplit:
        return keyOf(workspace, event.subject) + " taken out of its group of duplicates";
    case EventKind::RecordsKeptApart:
        return keyOf(workspace, event.subject) + " and " +
               keyOf(workspace, store::otherDetail(event.detail).value) + " are not the same";
    case EventKind::FieldChosen:
        return event.reason + " of the group taken from " + keyOf(workspace, event.subject);
    case EventKind::Removal:
        return removalText(event);
    case EventKind::Decision:
        return decisionText(workspace, event);
    case EventKind::TablesLoaded:
        return "evidence tables loaded";
    case EventKind::Retraction:
        return "undone: entry " + std::to_string(event.retracts ? event.retracts->value : 0);
    }
    return {};
}

std::optional<std::string> actText(Workspace &workspace, const std::vector<Event> &events)
{
    if (events.empty()) {
        return std::nullopt;
    }
    std::string text = textOf(workspace, events.front());
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
    std::vector<LogEntry> entries;
    for (Event &event : *events) {
        std::string text = textOf(workspace, event);
        const bool isUndone = undone.contains(event.id.value);
        entries.push_back({std::move(event), std::move(text), isUndone});
    }
    return entries;
}

} // namespace winnow::app
