#pragma once

#include "app/workspace.h"
#include "flow/numbers.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// The numbers of the flow diagram as they were when somebody kept them.
struct FlowSnapshot
{
    EventId event;
    std::string name;
    std::string atUtc;
    std::string reviewer;
    flow::Numbers numbers;
};

/// Keeps the numbers as they stand now under a name, for good; fails with AlreadyExists where a snapshot has
/// that name, with InvalidArgument for an empty one and "now".
[[nodiscard]] Result<FlowSnapshot> takeFlowSnapshot(Workspace &workspace, std::string_view name);

/// Those that were not undone, the oldest first.
[[nodiscard]] Result<std::vector<FlowSnapshot>> flowSnapshots(Workspace &workspace);

/// Fails with NotFound, naming those that there are.
[[nodiscard]] Result<FlowSnapshot> flowSnapshot(Workspace &workspace, std::string_view name);

/// The review as it was when the numbers were kept. Fails with Inconsistent where it no longer gives them, as
/// where they were kept in another copy of the review.
[[nodiscard]] Result<std::unique_ptr<Workspace>> reviewBehind(Workspace &workspace,
                                                              const FlowSnapshot &snapshot);

/// A number that differs, with the records that came to its line and those that left it.
struct FlowDifference
{
    flow::LinePlace place;
    flow::Number before;
    flow::Number after;
    std::vector<RecordId> came;
    std::vector<RecordId> gone;
};

struct FlowDifferences
{
    std::vector<FlowDifference> lines; ///< in order of LineId
    bool knowsRecords = true; ///< otherwise the log no longer gives the numbers that were kept, as where they
                              ///< were kept in another copy of the review; `came` and `gone` are empty then
};

/// What differs between two snapshots, "now" meaning the review as it stands. Lines whose numbers are the
/// same are there too where other records stand behind them.
[[nodiscard]] Result<FlowDifferences>
flowDifferences(Workspace &workspace, std::string_view from, std::string_view to = "now");

} // namespace winnow::app
