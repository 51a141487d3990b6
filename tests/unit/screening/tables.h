#pragma once

#include "screening/agreement_of_two.h"
#include "screening/ratings.h"

#include <vector>

namespace winnow::screening::test {

/// Raters by units as books print them, with 0 for a gap and categories from 1.
[[nodiscard]] Ratings byRater(const std::vector<std::vector<int>> &rows, std::size_t categories = 0);

/// Krippendorff's (2011) example of four observers and twelve units.
[[nodiscard]] Ratings krippendorffExample();

/// Units at random: `agreeing` of 100 ratings repeat the one before, `missing` of 100 are gaps.
[[nodiscard]] Ratings randomRatings(std::uint64_t seed,
                                    std::size_t units,
                                    std::size_t raters,
                                    std::size_t categories,
                                    unsigned agreeing,
                                    unsigned missing);

/// The same ratings in another order of the units.
[[nodiscard]] Ratings unitsShuffled(const Ratings &ratings, std::uint64_t seed);

/// The same ratings with the raters the other way round.
[[nodiscard]] Ratings ratersReversed(const Ratings &ratings);

/// The same ratings with category i called names[i].
[[nodiscard]] Ratings relabelled(const Ratings &ratings, const std::vector<Category> &names);

} // namespace winnow::screening::test
