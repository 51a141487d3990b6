#pragma once

#include <cstdint>

namespace winnow::screening {

/// Draws without replacement: `drawn` records from `population`, of which `relevant` are relevant. Neither
/// may be more than `population`.
struct Draws
{
    std::int64_t population = 0;
    std::int64_t relevant = 0;
    std::int64_t drawn = 0;
};

/// P(X = found), as a product of binomial probabilities by the deviances of Loader (2000), which keeps about
/// twelve digits on populations of millions where logarithms of factorials lose half of them.
[[nodiscard]] double probabilityOf(std::int64_t found, const Draws &draws);

/// P(X <= found); the terms follow from one another, from `found` or the one above it outwards, until they no
/// longer count.
[[nodiscard]] double probabilityOfAtMost(std::int64_t found, const Draws &draws);

/// P(X >= found).
[[nodiscard]] double probabilityOfAtLeast(std::int64_t found, const Draws &draws);

struct CountRange
{
    std::int64_t low = 0;
    std::int64_t high = 0;

    bool operator==(const CountRange &) const = default;
};

/// How many relevant records a population may hold, when `found` of `drawn` were: all numbers under which at
/// least as many, and at most as many, as were found has a probability above `alpha` on that side. The exact
/// interval that for a binomial is that of Clopper and Pearson (Buonaccorsi 1987): it holds the true number
/// in at least 1 - 2 alpha of samples, and each end alone in at least 1 - alpha.
[[nodiscard]] CountRange
relevantInPopulation(std::int64_t population, std::int64_t drawn, std::int64_t found, double alpha);

} // namespace winnow::screening
