#pragma once

#include "screening/coefficient.h"
#include "screening/ratings.h"

#include <cstdint>
#include <span>

namespace winnow::screening {

/// What it means that two categories differ.
enum class Metric {
    Nominal,  ///< they differ or not
    Ordinal,  ///< by the ranks between them
    Interval, ///< by the difference of their values
    Ratio,    ///< by their difference over their sum; values of 0 or more
};

/// How an interval is drawn again and again.
struct Bootstrap
{
    std::uint64_t seed = 1;
    std::size_t draws = 1000;
    double confidence = kUsualConfidence;
};

/// Alpha of Krippendorff (2004, 2011): 1 - Do / De on the coincidences of values within units; a unit rated m
/// times adds m values, each pair counting 1 / (m - 1). Gaps are allowed; units rated once do not count.
/// `values` are those of the categories, for Interval and Ratio; by default 1, 2, 3 ... Not estimable when
/// all values are in one category, when no unit was rated twice, or when values are missing or negative for
/// Ratio. `observed` and `expected` are 1 - Do and 1 - De, for Nominal only.
[[nodiscard]] Coefficient
krippendorffAlpha(const Ratings &ratings, Metric metric, std::span<const double> values = {});

/// The same with an interval: units are drawn with replacement `draws` times, and the interval lies between
/// the percentiles of alpha of those draws (Zapf et al. 2016 found it to keep its promise); the standard
/// error is their standard deviation. No interval from fewer than two units, when alpha could not be
/// estimated in half of the draws, or when all draws give the same.
[[nodiscard]] Coefficient krippendorffAlpha(const Ratings &ratings,
                                            Metric metric,
                                            const Bootstrap &bootstrap,
                                            std::span<const double> values = {});

/// Alpha as kripp.alpha of R's irr prints it. Where more than two raters left no gap, irr forgets to divide
/// the coincidences by m - 1 and so counts m - 1 times the values there are: 1 - alpha comes out larger by (n
/// m (m - 1) - 1) / ((m - 1) (n m - 1)). Elsewhere both are the same. For comparing with results of irr only.
[[nodiscard]] std::optional<double>
krippendorffAlphaOfIrr(const Ratings &ratings, Metric metric, std::span<const double> values = {});

} // namespace winnow::screening
