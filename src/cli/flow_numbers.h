#pragma once

#include "cli/command.h"
#include "flow/numbers.h"

#include <memory>
#include <optional>
#include <string>

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

/// The review, as of the time that is asked for; prints the error and returns nullptr on failure.
[[nodiscard]] std::unique_ptr<app::Workspace>
openSelected(const std::string &review, const FlowSelection &selection, const Context &context);

/// The numbers that are asked for, of a review that openSelected() gave.
[[nodiscard]] Result<winnow::flow::Numbers> selectedNumbers(app::Workspace &workspace,
                                                            const FlowSelection &selection);

/// Says which numbers come from outside Winnow, and what readers of the diagram should be told.
void printRemarks(const Context &context, const winnow::flow::Numbers &numbers);

/// Adds the steps snapshot, snapshots, diff and number; `chosen` becomes what the one that was typed does.
void addFlowSteps(CLI::App &parser, const std::shared_ptr<Action> &chosen);

} // namespace winnow::cli
