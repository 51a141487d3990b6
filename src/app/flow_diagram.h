#pragma once

#include "app/flow_publish.h"
#include "app/workspace.h"
#include "flow/counts.h"
#include "flow/numbers.h"

#include <filesystem>
#include <string>

namespace winnow::app {

/// The numbers of the review's PRISMA flow diagram as they stand now, computed from the event log.
[[nodiscard]] Result<flow::Counts> flowCounts(Workspace &workspace);

/// The same with the records behind each number.
[[nodiscard]] Result<flow::Counted> countFlow(Workspace &workspace);

/// Numbers as the JSON that `winnow flow` reads again.
[[nodiscard]] std::string flowNumbersAsJson(const flow::Numbers &numbers);

/// Writes the diagram of the review as it stands, or its numbers, as the kind of file that the name asks for,
/// with the records behind its boxes where it can hold them. A review that is not finished gives a draft.
[[nodiscard]] Result<FlowFile>
publishFlow(Workspace &workspace, const std::filesystem::path &file, FlowStyle style = {});

} // namespace winnow::app
