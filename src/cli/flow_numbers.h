#pragma once

#include "app/flow_publish.h"
#include "cli/command.h"
#include "flow/numbers.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace winnow::cli {

/// Which numbers of a review are meant, and whether the records behind them are asked for.
struct FlowSelection
{
    std::string asOf;     ///< a day or moment; empty: now
    std::string snapshot; ///< a name; empty: none
    std::string box;      ///< box or line whose records are listed; empty: none
    bool asIds = false;
    bool asJson = false;
};

/// Adds --as-of, --snapshot, --box, --ids and --json.
void addFlowSelection(CLI::App &parser, FlowSelection &selection);

/// Whether something is to be listed instead of drawn.
[[nodiscard]] bool isListing(const FlowSelection &selection);

/// Lists the records behind a box, or with --json alone all numbers; the exit code to return.
[[nodiscard]] int listFlow(const std::string &review, const FlowSelection &selection, const Context &context);

/// The numbers that are asked for; none where that was refused and said so.
[[nodiscard]] std::optional<winnow::flow::Numbers>
numbersOfReview(const std::string &review, const FlowSelection &selection, const Context &context);

/// What is behind the boxes of a diagram, where one of the files can show it; none where that was refused and
/// said so.
[[nodiscard]] std::optional<std::vector<app::FlowEntry>> entriesFor(const std::string &review,
                                                                    const FlowSelection &selection,
                                                                    const std::vector<std::string> &files,
                                                                    const Context &context);

/// Says which numbers come from outside Winnow, and what readers of the diagram should be told.
void printRemarks(const Context &context, const winnow::flow::Numbers &numbers);

/// Adds the steps snapshot, snapshots, diff and number; `chosen` becomes what the one that was typed does.
void addFlowSteps(CLI::App &parser, const std::shared_ptr<Action> &chosen);

} // namespace winnow::cli
