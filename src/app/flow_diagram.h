#pragma once

#include "app/workspace.h"
#include "flow/counts.h"
#include "flow/diagram.h"
#include "flow/numbers.h"

#include <filesystem>

namespace winnow::app {

/// The numbers of the review's PRISMA flow diagram as they stand now, computed from the event log.
[[nodiscard]] Result<flow::Counts> flowCounts(Workspace &workspace);

/// The same with the records behind each number.
[[nodiscard]] Result<flow::Counted> countFlow(Workspace &workspace);

/// Numbers as the JSON that `winnow flow` reads again.
[[nodiscard]] std::string flowNumbersAsJson(const flow::Numbers &numbers);

struct FlowOutcome
{
    flow::Counts counts;
    std::vector<std::string> contradictions;
    std::filesystem::path file;
};

/// Writes the diagram, or its numbers, as the kind of file that the name asks for. A review that is not
/// finished gives a draft.
[[nodiscard]] Result<FlowOutcome> publishFlow(Workspace &workspace,
                                              const std::filesystem::path &file,
                                              const flow::DiagramOptions &options = {});

} // namespace winnow::app
