#pragma once

#include "app/workspace.h"
#include "index/index.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// The names of seeds in a list: one a line, or several divided by commas or semicolons. Blank ones are left
/// out.
[[nodiscard]] std::vector<std::string> seedNamesFrom(std::string_view list);

/// The records that are meant by names: keys and numbers as recordFromKey() takes them, or DOIs and PMIDs
/// ("10.1000/x", "https://doi.org/10.1000/x", "doi:...", "12345678", "pmid:..."). Each as the record that
/// stands for its group, in order, once. A DOI of several groups means all of them. Fails with NotFound,
/// naming all that nothing is known of, and as recordFromKey() does.
[[nodiscard]] Result<std::vector<RecordId>>
findSeeds(Workspace &workspace, const index::Index &index, std::span<const std::string> names);

} // namespace winnow::app
