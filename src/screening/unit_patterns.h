#pragma once

#include "screening/ratings.h"

namespace winnow::screening {

/// Units on which each category was given equally often. All that coefficients which do not tell raters apart
/// need of the ratings, and few: two raters and two categories make at most five.
struct UnitPattern
{
    std::vector<double> counts; ///< of ratings, by category
    double ratings = 0;         ///< their sum; above 0
    double units = 0;
};

struct UnitPatterns
{
    std::size_t categories = 0;
    std::vector<UnitPattern> patterns;
    std::vector<std::uint32_t> ofUnit; ///< of each unit rated at all, its pattern
};

[[nodiscard]] UnitPatterns unitPatterns(const Ratings &ratings);

/// The share of pairs of ratings of a unit that agree; for units with at least two ratings.
[[nodiscard]] double agreeingPairs(const UnitPattern &pattern);

} // namespace winnow::screening
