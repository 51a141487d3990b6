#pragma once

#include "base/result.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace winnow::cli {

/// Records that a query should find, by name: keys, DOIs, PMIDs.
struct SeedOptions
{
    std::string list;
    std::string file;
};

void addSeeds(CLI::App &step, SeedOptions &seeds);

/// The names of both; fails where the file cannot be read or names nothing.
[[nodiscard]] Result<std::vector<std::string>> namesOf(const SeedOptions &seeds);

} // namespace winnow::cli
