#pragma once

#include "app/workspace.h"
#include "flow/check.h"

#include <filesystem>

namespace winnow::app {

/// Whether a file holds numbers of a flow diagram rather than a review: .csv or .json.
[[nodiscard]] bool isNumbersFile(const std::filesystem::path &file);

/// Numbers that somebody entered elsewhere: the CSV of the R package PRISMA2020, or JSON.
[[nodiscard]] Result<flow::Numbers> readNumbers(const std::filesystem::path &file);

} // namespace winnow::app
