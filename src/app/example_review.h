#pragma once

#include "app/workspace.h"
#include "base/shipped_file.h"
#include "base/task.h"

#include <filesystem>
#include <span>

namespace winnow::app {

/// What the example review is made of: the files of queries/belitung/.
[[nodiscard]] std::span<const ShippedFile> exampleFiles();

/// Makes the example review as script/example does, a published review with its searches, records, decisions,
/// values and tables. The files that it imports are written to `inputFolder`, so that they can be looked at.
/// Leaves no review where something failed; fails with AlreadyExists where there is one.
[[nodiscard]] Result<void> makeExampleReview(const std::filesystem::path &review,
                                             const std::filesystem::path &inputFolder,
                                             const Services &services,
                                             Task &task);

} // namespace winnow::app
