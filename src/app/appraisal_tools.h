#pragma once

#include "app/workspace.h"
#include "appraisal/tools.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace winnow::app {

/// Reads a tool from a file of somebody's own, and checks its rules. Errors name the file and what to mend.
[[nodiscard]] Result<appraisal::ToolPtr> readTool(const std::filesystem::path &file);

/// The tools that can be used in a review: those that ship, and those that were published into it, the newest
/// version of each. The generic one is the last of those that ship.
[[nodiscard]] Result<std::vector<appraisal::ToolPtr>> toolsOf(Workspace &workspace);

/// One of them by its id; NotFound names them.
[[nodiscard]] Result<appraisal::ToolPtr> toolOf(Workspace &workspace, std::string_view id);

/// Reads a tool and stores it in the review, where it is found by its id from then on; undo takes it back. A
/// tool that is there already, word for word, is not stored again. AlreadyExists where the id is that of a
/// tool that ships, or where the same version of it says something else.
[[nodiscard]] Result<appraisal::ToolPtr> publishTool(Workspace &workspace, const std::filesystem::path &file);

} // namespace winnow::app
