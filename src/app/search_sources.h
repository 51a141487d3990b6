#pragma once

#include "app/workspace.h"

#include <map>

namespace winnow::app {

/// The source at which each search was made, of the searches whose imports hold.
[[nodiscard]] Result<std::map<SearchId, Source>> sourcesOfSearches(Workspace &workspace);

} // namespace winnow::app
