#pragma once

#include "cli/command.h"

#include <memory>

namespace winnow::cli {

/// Reads the arguments of `winnow`, with all commands in the order in which a review uses them. What the
/// arguments ask for is put into `chosen`, which must outlive the parser.
[[nodiscard]] std::unique_ptr<CLI::App> makeParser(Action &chosen);

} // namespace winnow::cli
