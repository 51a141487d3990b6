#include "app/flow_snapshots.h"

#include "app/flow_ledger.h"
#include "publish/support/flow_numbers.h"
#include "store/event_detail.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace winnow::app {

namespace {

constexpr std::string_view kNow = "now";

using Records = std::map<std::pair<flow::LineId, std::string>, std::vector<RecordId>>;

/// One side of a comparison.
struct Side
{
    flow::Numbers numbers;
    Records records;
    bool knowsRecords = true;
};

Result<flow::Counted> countedNow(Workspace &workspace)
{
    auto ledger = flowLedger(workspace);
    if (!ledger) {
        return std::move(ledger).error();
    }
    return flow::countWithRecords(*ledger);
}

Result<FlowSnapshot> snapshotOf(const Event &event)
{
    auto numbers = publish::numbersFromJson(store::snapshotDetail(event.detail));
    if (!numbers) {
        return Error{ErrorCode::Inconsistent,
                     "The numbers that were kept as " + event.reason +
                         " cannot be read; a newer version of Winnow may read them.",
                     numbers.error().message,
                     {}};
    }
    return FlowSnapshot{event.id, event.reason, event.atUtc, event.reviewer, *std::move(numbers)};
}

Records recordsOf(std::vector<flow::LineRecords> lines)
{
    Records records;
    for (flow::LineRecords &line : lines) {
        std::vector<RecordId> &whole = records[{line.line, {}}];
        whole.insert(whole.end(), line.records.begin(), line.records.end());
        if (!line.name.empty()) {
            records[{line.line, line.name}] = std::move(line.records);
        }
    }
    for (auto &[line, ids] : records) {
        std::ranges::sort(ids);
    }
    return records;
}

/// The records behind numbers that were kept; Inconsistent where the log does not give the same numbers.
Result<std::vector<flow::LineRecords>>
linesBehind(Workspace &workspace, EventId event, const flow::Numbers &numbers)
{
    auto then = workspace.asOf(event);
    if (!then) {
        return std::move(then).error();
    }
    auto counted = countedNow(**then);
    if (!counted) {
        return std::move(counted).error();
    }
    if (flow::lineValues(flow::numbersOf(counted->counts)) != flow::lineValues(numbers)) {
        return Error{ErrorCode::Inconsistent,
                     "The records behind the kept numbers cannot be told from this copy of the review; the "
                     "copy in which they were kept can tell them.",
                     {},
                     {}};
    }
    return std::move(counted->lines);
}

Result<Side> sideOf(Workspace &workspace, std::string_view name)
{
    if (name == kNow) {
        auto counted = countedNow(workspace);
        if (!counted) {
            return std::move(counted).error();
        }
        return Side{flow::numbersOf(counted->counts), recordsOf(std::move(counted->lines)), true};
    }
    auto snapshot = flowSnapshot(workspace, name);
    if (!snapshot) {
        return std::move(snapshot).error();
    }
    Side side{std::move(snapshot->numbers), {}, false};
    auto lines = linesBehind(workspace, snapshot->event, side.numbers);
    if (lines) {
        side.records = recordsOf(*std::move(lines));
        side.knowsRecords = true;
    } else if (lines.error().code != ErrorCode::Inconsistent) {
        return std::move(lines).error();
    }
    return side;
}

using Values = std::map<std::pair<flow::LineId, std::string>, flow::Number>;

Values valuesOf(const flow::Numbers &numbers)
{
    Values values;
    for (flow::LineValue &value : flow::lineValues(numbers)) {
        values[{value.place.line, std::move(value.place.name)}] = std::move(value.number);
    }
    return values;
}

std::vector<RecordId> without(const Records &records, const Records &others, const Records::key_type &line)
{
    std::vector<RecordId> left;
    const auto one = records.find(line);
    if (one == records.end()) {
        return left;
    }
    const auto other = others.find(line);
    if (other == others.end()) {
        return one->second;
    }
    std::ranges::set_difference(one->second, other->second, std::back_inserter(left));
    return left;
}

} // namespace

Result<FlowSnapshot> takeFlowSnapshot(Workspace &workspace, std::string_view name)
{
    if (name.empty() || name == kNow) {
        return Error{ErrorCode::InvalidArgument,
                     "Give the numbers a name that says when they were used, such as submitted.",
                     {},
                     {}};
    }
    FlowSnapshot snapshot;
    auto done = workspace.file().transact([&]() -> Result<void> {
        auto taken = flowSnapshots(workspace);
        if (!taken) {
            return std::move(taken).error();
        }
        if (std::ranges::count(*taken, name, &FlowSnapshot::name) > 0) {
            return Error{ErrorCode::AlreadyExists,
                         "Numbers were kept as " + std::string(name) + " already; choose another name.",
                         {},
                         {}};
        }
        auto counted = countedNow(workspace);
        if (!counted) {
            return std::move(counted).error();
        }
        store::EventDraft event;
        event.kind = EventKind::FlowSnapshot;
        event.subjectKind = "review";
        event.reason = name;
        event.detail = store::toSnapshotDetail(publish::numbersToJson(flow::numbersOf(counted->counts)));
        return workspace.log().append(workspace.act(), std::span(&event, 1));
    });
    if (!done) {
        return std::move(done).error();
    }
    return flowSnapshot(workspace, name);
}

Result<std::vector<FlowSnapshot>> flowSnapshots(Workspace &workspace)
{
    auto events = workspace.log().live(EventKind::FlowSnapshot);
    if (!events) {
        return std::move(events).error();
    }
    std::vector<FlowSnapshot> snapshots;
    for (const Event &event : *events) {
        auto snapshot = snapshotOf(event);
        if (!snapshot) {
            return std::move(snapshot).error();
        }
        snapshots.push_back(*std::move(snapshot));
    }
    return snapshots;
}

Result<FlowSnapshot> flowSnapshot(Workspace &workspace, std::string_view name)
{
    auto snapshots = flowSnapshots(workspace);
    if (!snapshots) {
        return std::move(snapshots).error();
    }
    const auto found = std::ranges::find(*snapshots, name, &FlowSnapshot::name);
    if (found != snapshots->end()) {
        return std::move(*found);
    }
    std::string names;
    for (const FlowSnapshot &snapshot : *snapshots) {
        names.append(names.empty() ? "" : ", ").append(snapshot.name);
    }
    return Error{ErrorCode::NotFound,
                 "No numbers were kept as " + std::string(name) + ". " +
                     (names.empty() ? "winnow flow snapshot keeps them." : "There are: " + names + "."),
                 {},
                 {}};
}

Result<std::unique_ptr<Workspace>> reviewBehind(Workspace &workspace, const FlowSnapshot &snapshot)
{
    auto lines = linesBehind(workspace, snapshot.event, snapshot.numbers);
    return lines ? workspace.asOf(snapshot.event)
                 : Result<std::unique_ptr<Workspace>>(std::move(lines).error());
}

Result<FlowDifferences> flowDifferences(Workspace &workspace, std::string_view from, std::string_view to)
{
    auto before = sideOf(workspace, from);
    auto after = sideOf(workspace, to);
    if (!before || !after) {
        return !before ? std::move(before).error() : std::move(after).error();
    }
    FlowDifferences differences;
    differences.knowsRecords = before->knowsRecords && after->knowsRecords;
    const Values old = valuesOf(before->numbers);
    const Values now = valuesOf(after->numbers);
    Values both = old;
    both.insert(now.begin(), now.end());
    for (const auto &[line, ignored] : both) {
        FlowDifference difference{{line.first, line.second}, {}, {}, {}, {}};
        if (const auto value = old.find(line); value != old.end()) {
            difference.before = value->second;
        }
        if (const auto value = now.find(line); value != now.end()) {
            difference.after = value->second;
        }
        if (differences.knowsRecords) {
            difference.came = without(after->records, before->records, line);
            difference.gone = without(before->records, after->records, line);
        }
        if (difference.before != difference.after || !difference.came.empty() || !difference.gone.empty()) {
            differences.lines.push_back(std::move(difference));
        }
    }
    return differences;
}

} // namespace winnow::app
