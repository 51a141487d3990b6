#pragma once

#include "app/workspace.h"
#include "evidence/table.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// Reads evidence tables from a JSON file and makes them the review's, in place of those before. Every key
/// that a table cites must be a record of the review.
[[nodiscard]] Result<evidence::TableSet> loadTables(Workspace &workspace, const std::filesystem::path &file);

/// The review's evidence tables; NotFound when none were loaded.
[[nodiscard]] Result<evidence::TableSet> tables(Workspace &workspace);

/// Writes one table as the kind of file that the name asks for.
[[nodiscard]] Result<void>
publishTable(Workspace &workspace, std::string_view id, const std::filesystem::path &file);

} // namespace winnow::app
