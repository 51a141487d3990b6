#include "screening/coefficient.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace winnow::screening {

namespace {

bool isBetween0And1(double confidence)
{
    return confidence > 0 && confidence < 1;
}

double twoSided(double confidence)
{
    return normalQuantile(0.5 + confidence / 2);
}

} // namespace

double normalQuantile(double p)
{
    if (p > 0.5) {
        return -normalQuantile(1 - p);
    }
    // The lower half: the distribution function is convex there, so Newton's steps from the left of the root
    // never pass it by far and those from the right come down to it.
    double x = p < 0.5 ? -std::sqrt(-2 * std::log(2 * p)) : 0;
    for (int step = 0; step < 100; ++step) {
        const double below = 0.5 * std::erfc(-x / std::numbers::sqrt2);
        const double density = std::exp(-x * x / 2) * std::numbers::inv_sqrtpi / std::numbers::sqrt2;
        const double change = (below - p) / density;
        x -= change;
        if (std::abs(change) <= 1e-15 * (1 + std::abs(x))) {
            break;
        }
    }
    return x;
}

std::optional<Interval> normalInterval(double value, double standardError, double confidence, double lowest)
{
    if (!isBetween0And1(confidence) || !(standardError > 0)) {
        return std::nullopt;
    }
    const double reach = twoSided(confidence) * standardError;
    return Interval{std::max(lowest, value - reach), std::min(1.0, value + reach)};
}

std::optional<Interval> wilsonInterval(double count, double total, double confidence)
{
    if (!isBetween0And1(confidence) || !(total > 0)) {
        return std::nullopt;
    }
    const double z = twoSided(confidence);
    const double share = count / total;
    const double scale = 1 + z * z / total;
    const double middle = (share + z * z / (2 * total)) / scale;
    const double reach = z * std::sqrt(share * (1 - share) / total + z * z / (4 * total * total)) / scale;
    // Both ends meet the share at 0 and at 1, but for rounding.
    return Interval{std::clamp(middle - reach, 0.0, share), std::clamp(middle + reach, share, 1.0)};
}

} // namespace winnow::screening
