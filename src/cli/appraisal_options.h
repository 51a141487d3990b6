#pragma once

#include "appraisal/tools.h"

#include <CLI/CLI.hpp>

#include <string>

namespace winnow::cli {

/// Adds --tool; `why` says what happens without it.
void defineTool(CLI::App &parser, std::string &tool, const std::string &why);

} // namespace winnow::cli
