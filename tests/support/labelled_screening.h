#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace winnow::test {

/// Rows of a labelled set that are known before screening begins, from 0.
struct Priors
{
    std::int64_t included = 0;
    std::int64_t excluded = 0;
};

/// The priors that the peer was measured with, five pairs for each set; none where the real data are missing.
[[nodiscard]] std::map<std::string, std::vector<Priors>> screeningPriors();

/// The file of a labelled set.
[[nodiscard]] std::filesystem::path labelledSet(const std::string &set);

} // namespace winnow::test
