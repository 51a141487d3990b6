#pragma once

#include "app/search_runs.h"
#include "cli/text.h"

#include <iosfwd>

namespace winnow::cli {

/// A search as it was written and as it was sent, with what it claimed and what came.
void printSearchRun(std::ostream &out, const app::SearchRun &run);

[[nodiscard]] nlohmann::ordered_json searchRunJson(const app::SearchRun &run);

} // namespace winnow::cli
