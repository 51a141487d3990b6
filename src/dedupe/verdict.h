#pragma once

#include "dedupe/comparison.h"

#include <string>

namespace winnow::dedupe {

enum class Tier {
    None, ///< not worth a look
    Grey, ///< likely the same; a person says
    Safe, ///< the same
};

struct Verdict
{
    Tier tier = Tier::None;
    double probability = 0;   ///< 0 to 1, to put grey pairs in order
    bool contradicts = false; ///< the two cannot be in one safe group, not even through others
};

[[nodiscard]] Verdict judge(const Comparison &comparison);

/// Why, in words: "same DOI, title 98 % alike, same pages, year differs by 1".
[[nodiscard]] std::string reasonFor(const Comparison &comparison);

} // namespace winnow::dedupe
