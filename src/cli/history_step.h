#pragma once

#include "cli/command.h"

#include <optional>
#include <string>

namespace winnow::cli {

/// The options and action that undo and redo share: `step` goes one act back or forth and says which.
[[nodiscard]] Action
defineHistoryStep(CLI::App &parser,
                  std::function<Result<std::optional<std::string>>(app::Workspace &workspace)> step,
                  std::string_view word,
                  std::string_view nothing);

} // namespace winnow::cli
