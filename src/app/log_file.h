#pragma once

#include "app/workspace.h"

#include <filesystem>

namespace winnow::app {

/// Writes the audit trail as the current reviewer may see it into a CSV file, oldest first, an entry a row,
/// and returns how many there are.
[[nodiscard]] Result<std::int64_t> writeLog(Workspace &workspace, const std::filesystem::path &file);

} // namespace winnow::app
