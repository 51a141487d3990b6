#pragma once

#include "app/workspace.h"
#include "appraisal/tools.h"

#include <CLI/CLI.hpp>

#include <string>

namespace winnow::cli {

/// Adds --tool; `why` says what happens without it.
void defineTool(CLI::App &parser, std::string &tool, const std::string &why);

/// The tool of that id among those that ship or, where there is a review, that were published into it;
/// nullptr where `id` is empty.
[[nodiscard]] Result<appraisal::ToolPtr> chosenTool(app::Workspace *workspace, const std::string &id);

} // namespace winnow::cli
