#include "screening/krippendorff.h"

#include "screening/random.h"
#include "screening/unit_patterns.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow::screening {

namespace {

struct Alpha
{
    double observed = 0; ///< disagreement, in units of the metric
    double expected = 0;
    std::optional<double> value;
};

/// Alpha of the units of `patterns`, each as often as `times` says.
class Calculation
{
public:
    Calculation(const UnitPatterns &units, Metric metric, std::vector<double> values)
        : m_units(units)
        , m_metric(metric)
        , m_values(std::move(values))
    {}

    [[nodiscard]] Alpha of(std::span<const double> times) const;

private:
    [[nodiscard]] std::vector<double> squaredDistances(const std::vector<double> &margins) const;

    const UnitPatterns &m_units;
    Metric m_metric;
    std::vector<double> m_values;
};

/// Of categories that differ, row by row of the upper triangle.
std::vector<double> Calculation::squaredDistances(const std::vector<double> &margins) const
{
    std::vector<double> distances;
    const std::size_t k = margins.size();
    distances.reserve(k * k / 2);
    for (std::size_t c = 0; c < k; ++c) {
        double ranks = margins[c] / 2; // up to and with the middle of category d
        for (std::size_t d = c + 1; d < k; ++d) {
            double distance = 1;
            if (m_metric == Metric::Ordinal) {
                distance = ranks + margins[d] / 2;
                ranks += margins[d];
            } else if (m_metric == Metric::Interval) {
                distance = m_values[c] - m_values[d];
            } else if (m_metric == Metric::Ratio) {
                const double sum = m_values[c] + m_values[d];
                distance = sum > 0 ? (m_values[c] - m_values[d]) / sum : 0;
            }
            distances.push_back(distance * distance);
        }
    }
    return distances;
}

Alpha Calculation::of(std::span<const double> times) const
{
    const std::size_t k = m_units.categories;
    std::vector<double> margins(k);
    for (std::size_t p = 0; p < times.size(); ++p) {
        for (std::size_t c = 0; c < k; ++c) {
            margins[c] += times[p] * m_units.patterns[p].counts[c];
        }
    }
    const std::vector<double> distances = squaredDistances(margins);
    Alpha alpha;
    for (std::size_t p = 0; p < times.size(); ++p) {
        const UnitPattern &pattern = m_units.patterns[p];
        double apart = 0;
        std::size_t pair = 0;
        for (std::size_t c = 0; c < k; ++c) {
            for (std::size_t d = c + 1; d < k; ++d) {
                apart += pattern.counts[c] * pattern.counts[d] * distances[pair++];
            }
        }
        alpha.observed += times[p] * apart / (pattern.ratings - 1);
    }
    std::size_t pair = 0;
    for (std::size_t c = 0; c < k; ++c) {
        for (std::size_t d = c + 1; d < k; ++d) {
            alpha.expected += margins[c] * margins[d] * distances[pair++];
        }
    }
    const double values = std::accumulate(margins.begin(), margins.end(), 0.0);
    if (alpha.expected > 0 && std::isfinite(alpha.expected)) {
        alpha.value = 1 - (values - 1) * alpha.observed / alpha.expected;
    }
    // Both halves of the coincidences.
    alpha.observed *= 2 / values;
    alpha.expected *= 2 / (values * (values - 1));
    return alpha;
}

/// Units rated at least twice, with patterns numbered anew.
UnitPatterns pairable(const Ratings &ratings)
{
    UnitPatterns all = unitPatterns(ratings);
    UnitPatterns kept;
    kept.categories = all.categories;
    std::vector<std::optional<std::uint32_t>> numbers(all.patterns.size());
    for (std::size_t p = 0; p < all.patterns.size(); ++p) {
        if (all.patterns[p].ratings >= 2) {
            numbers[p] = static_cast<std::uint32_t>(kept.patterns.size());
            kept.patterns.push_back(std::move(all.patterns[p]));
        }
    }
    for (const std::uint32_t pattern : all.ofUnit) {
        if (numbers[pattern]) {
            kept.ofUnit.push_back(*numbers[pattern]);
        }
    }
    return kept;
}

std::vector<double> timesOf(const UnitPatterns &units)
{
    std::vector<double> times;
    for (const UnitPattern &pattern : units.patterns) {
        times.push_back(pattern.units);
    }
    return times;
}

/// The values of the categories, or none when they do not suit the metric.
std::optional<std::vector<double>>
valuesFor(Metric metric, std::size_t categories, std::span<const double> given)
{
    std::vector<double> values(given.begin(), given.end());
    if (given.empty()) {
        values.resize(categories);
        std::iota(values.begin(), values.end(), 1.0);
    }
    const bool isMeasured = metric == Metric::Interval || metric == Metric::Ratio;
    if (!isMeasured) {
        return values;
    }
    const bool isFit = values.size() >= categories && std::ranges::all_of(values, [metric](double value) {
                           return std::isfinite(value) && (metric == Metric::Interval || value >= 0);
                       });
    return isFit ? std::optional(std::move(values)) : std::nullopt;
}

/// Alpha of each draw for which it can be estimated, in rising order.
std::vector<double>
drawnAlphas(const UnitPatterns &units, const Calculation &calculation, const Bootstrap &bootstrap)
{
    std::vector<double> alphas;
    SplitMix64 random(bootstrap.seed);
    std::vector<double> times(units.patterns.size());
    for (std::size_t draw = 0; draw < bootstrap.draws; ++draw) {
        std::ranges::fill(times, 0);
        for (std::size_t unit = 0; unit < units.ofUnit.size(); ++unit) {
            ++times[units.ofUnit[random.below(units.ofUnit.size())]];
        }
        if (const std::optional<double> value = calculation.of(times).value) {
            alphas.push_back(*value);
        }
    }
    std::ranges::sort(alphas);
    return alphas;
}

double standardDeviation(const std::vector<double> &values)
{
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return std::sqrt(squares / (n - 1));
}

/// Between the sorted values on either side.
double percentile(const std::vector<double> &sorted, double share)
{
    const double place = share * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

Coefficient asCoefficient(const UnitPatterns &units, const Alpha &alpha, Metric metric)
{
    Coefficient coefficient;
    coefficient.units = units.ofUnit.size();
    coefficient.value = alpha.value;
    if (metric == Metric::Nominal && coefficient.units > 0) {
        coefficient.observed = 1 - alpha.observed;
        coefficient.expected = 1 - alpha.expected;
    }
    return coefficient;
}

} // namespace

Coefficient krippendorffAlpha(const Ratings &ratings, Metric metric, std::span<const double> values)
{
    Bootstrap none;
    none.draws = 0;
    return krippendorffAlpha(ratings, metric, none, values);
}

Coefficient krippendorffAlpha(const Ratings &ratings,
                              Metric metric,
                              const Bootstrap &bootstrap,
                              std::span<const double> values)
{
    const UnitPatterns units = pairable(ratings);
    std::optional<std::vector<double>> fit = valuesFor(metric, units.categories, values);
    if (!fit) {
        Coefficient none;
        none.units = units.ofUnit.size();
        return none;
    }
    const Calculation calculation(units, metric, *std::move(fit));
    Coefficient coefficient = asCoefficient(units, calculation.of(timesOf(units)), metric);
    const bool isConfidence = bootstrap.confidence > 0 && bootstrap.confidence < 1;
    if (!coefficient.value || units.ofUnit.size() < 2 || bootstrap.draws < 2 || !isConfidence) {
        return coefficient;
    }
    const std::vector<double> alphas = drawnAlphas(units, calculation, bootstrap);
    if (alphas.size() < 2 || alphas.size() * 2 < bootstrap.draws) {
        return coefficient;
    }
    coefficient.standardError = standardDeviation(alphas);
    if (alphas.front() < alphas.back()) {
        const double tail = (1 - bootstrap.confidence) / 2;
        coefficient.interval = Interval{percentile(alphas, tail), percentile(alphas, 1 - tail)};
    }
    return coefficient;
}

std::optional<double>
krippendorffAlphaOfIrr(const Ratings &ratings, Metric metric, std::span<const double> values)
{
    const std::optional<double> alpha = krippendorffAlpha(ratings, metric, values).value;
    const auto m = static_cast<double>(ratings.raters());
    const double given = static_cast<double>(ratings.units()) * m;
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        if (!std::ranges::all_of(ratings.row(unit),
                                 [](const Rating &rating) { return rating.has_value(); })) {
            return alpha;
        }
    }
    if (!alpha) {
        return alpha;
    }
    return 1 - (1 - *alpha) * (given * (m - 1) - 1) / ((m - 1) * (given - 1));
}

} // namespace winnow::screening
