#pragma once

#include <cstddef>
#include <optional>

namespace winnow::screening {

struct Interval
{
    double low = 0;
    double high = 0;

    bool operator==(const Interval &) const = default;
};

/// A coefficient of agreement. What cannot be estimated is absent; nothing here is ever not a number.
struct Coefficient
{
    std::size_t units = 0;               ///< that were rated at least twice
    std::optional<double> observed;      ///< agreement as observed
    std::optional<double> expected;      ///< agreement as expected by chance
    std::optional<double> value;         ///< 1: perfect; 0: as by chance
    std::optional<double> standardError; ///< for the interval: of a value that may differ from 0
    std::optional<Interval> interval;
    std::optional<double> z; ///< value / the standard error under the hypothesis that the value is 0
};

inline constexpr double kUsualConfidence = 0.95;

/// The point below which a share `p` of the standard normal distribution lies; for 0 < p < 1. By Newton's
/// method on std::erfc, to about 1e-15.
[[nodiscard]] double normalQuantile(double p);

/// value -+ z * standardError, within [lowest, 1]. None at a standard error of 0, since an interval without
/// width would claim certainty, and none when `confidence` is not between 0 and 1.
[[nodiscard]] std::optional<Interval>
normalInterval(double value, double standardError, double confidence, double lowest = -1);

/// The interval of Wilson (1927) for a share of `count` in `total`; none at a total of 0.
[[nodiscard]] std::optional<Interval> wilsonInterval(double count, double total, double confidence);

} // namespace winnow::screening
