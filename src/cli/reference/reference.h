#pragma once

#include "cli/reference/command_tree.h"

#include <string>

namespace winnow::cli {

/// The manual page winnow(1), in mdoc. `date` as 2026-11-24.
[[nodiscard]] std::string manualPage(const CommandNode &program, const std::string &date);

/// What completes the arguments of winnow in each shell.
[[nodiscard]] std::string bashCompletion(const CommandNode &program);
[[nodiscard]] std::string zshCompletion(const CommandNode &program);
[[nodiscard]] std::string fishCompletion(const CommandNode &program);

} // namespace winnow::cli
