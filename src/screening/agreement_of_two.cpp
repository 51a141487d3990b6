#include "screening/agreement_of_two.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::screening {

namespace {

double real(std::size_t count)
{
    return static_cast<double>(count);
}

/// 0 where the categories are the same, 1 where they are furthest apart.
double disagreement(std::size_t first, std::size_t second, std::size_t categories, Weights weights)
{
    const double apart = std::abs(real(first) - real(second));
    const double furthest = std::max(1.0, real(categories) - 1);
    switch (weights) {
    case Weights::Linear:
        return apart / furthest;
    case Weights::Quadratic:
        return apart * apart / (furthest * furthest);
    case Weights::Unweighted:
        break;
    }
    return first == second ? 0 : 1;
}

/// A table of shares with its margins and, for each category of the one rater, the mean agreement with what
/// the other gave.
struct Shares
{
    std::vector<double> first;
    std::vector<double> second;
    std::vector<double> meanOfFirst;
    std::vector<double> meanOfSecond;
};

Shares sharesOf(const CrossTable &table, Weights weights)
{
    const std::size_t k = table.categories();
    Shares shares{
        std::vector<double>(k), std::vector<double>(k), std::vector<double>(k), std::vector<double>(k)};
    for (std::size_t i = 0; i < k; ++i) {
        shares.first[i] = real(table.ofFirst(i)) / real(table.units());
        shares.second[i] = real(table.ofSecond(i)) / real(table.units());
    }
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            const double agreement = 1 - disagreement(i, j, k, weights);
            shares.meanOfFirst[i] += agreement * shares.second[j];
            shares.meanOfSecond[j] += agreement * shares.first[i];
        }
    }
    return shares;
}

/// Not below 0: rounding may bring a variance of 0 just under it.
double root(double variance)
{
    return std::sqrt(std::max(0.0, variance));
}

void addErrors(Coefficient &kappa, const CrossTable &table, Weights weights, double confidence)
{
    const std::size_t k = table.categories();
    const double n = real(table.units());
    const double value = *kappa.value;
    const double pe = *kappa.expected;
    const Shares shares = sharesOf(table, weights);
    double general = 0;
    double null = 0;
    for (std::size_t i = 0; i < k; ++i) {
        for (std::size_t j = 0; j < k; ++j) {
            const double agreement = 1 - disagreement(i, j, k, weights);
            const double means = shares.meanOfFirst[i] + shares.meanOfSecond[j];
            const double generalTerm = agreement - means * (1 - value);
            const double nullTerm = agreement - means;
            general += real(table.at(i, j)) / n * generalTerm * generalTerm;
            null += shares.first[i] * shares.second[j] * nullTerm * nullTerm;
        }
    }
    const double shift = value - pe * (1 - value);
    const double scale = (1 - pe) * std::sqrt(n);
    // At perfect agreement the terms cancel to 0 but for rounding.
    kappa.standardError = value == 1 ? 0 : root(general - shift * shift) / scale;
    kappa.interval = normalInterval(value, *kappa.standardError, confidence);
    const double nullError = root(null - pe * pe) / scale;
    if (nullError > 0) {
        kappa.z = value / nullError;
    }
}

bool isTwoByTwo(const CrossTable &table)
{
    return table.categories() == 2 && table.units() > 0;
}

} // namespace

CrossTable::CrossTable(std::size_t categories)
    : m_categories(categories)
    , m_counts(categories * categories)
{}

CrossTable CrossTable::of2x2(std::size_t a, std::size_t b, std::size_t c, std::size_t d)
{
    CrossTable table(2);
    table.add(0, 0, a);
    table.add(0, 1, b);
    table.add(1, 0, c);
    table.add(1, 1, d);
    return table;
}

void CrossTable::add(std::size_t first, std::size_t second, std::size_t times)
{
    m_counts.at(first * m_categories + second) += times;
    m_units += times;
}

std::size_t CrossTable::ofFirst(std::size_t category) const
{
    std::size_t sum = 0;
    for (std::size_t other = 0; other < m_categories; ++other) {
        sum += at(category, other);
    }
    return sum;
}

std::size_t CrossTable::ofSecond(std::size_t category) const
{
    std::size_t sum = 0;
    for (std::size_t other = 0; other < m_categories; ++other) {
        sum += at(other, category);
    }
    return sum;
}

CrossTable crossTable(const Ratings &ratings, std::size_t first, std::size_t second)
{
    CrossTable table(ratings.categories());
    if (first >= ratings.raters() || second >= ratings.raters()) {
        return table;
    }
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        const Rating ofFirst = ratings.at(unit, first);
        const Rating ofSecond = ratings.at(unit, second);
        if (ofFirst && ofSecond) {
            table.add(*ofFirst, *ofSecond);
        }
    }
    return table;
}

Ratings ratingsOf(const CrossTable &table)
{
    Ratings ratings(2, table.categories());
    for (std::size_t i = 0; i < table.categories(); ++i) {
        for (std::size_t j = 0; j < table.categories(); ++j) {
            const std::array<Rating, 2> row{static_cast<Category>(i), static_cast<Category>(j)};
            for (std::size_t time = 0; time < table.at(i, j); ++time) {
                ratings.add(row);
            }
        }
    }
    return ratings;
}

Coefficient observedAgreement(const CrossTable &table, double confidence)
{
    Coefficient agreement;
    agreement.units = table.units();
    if (table.units() == 0) {
        return agreement;
    }
    std::size_t same = 0;
    for (std::size_t i = 0; i < table.categories(); ++i) {
        same += table.at(i, i);
    }
    const double n = real(table.units());
    const double share = real(same) / n;
    agreement.observed = share;
    agreement.value = share;
    agreement.standardError = std::sqrt(share * (1 - share) / n);
    agreement.interval = wilsonInterval(real(same), n, confidence);
    return agreement;
}

Coefficient cohenKappa(const CrossTable &table, Weights weights, double confidence)
{
    Coefficient kappa;
    kappa.units = table.units();
    if (table.units() == 0) {
        return kappa;
    }
    const std::size_t k = table.categories();
    std::vector<double> second(k);
    for (std::size_t j = 0; j < k; ++j) {
        second[j] = real(table.ofSecond(j));
    }
    double observed = 0;
    double expected = 0;
    for (std::size_t i = 0; i < k; ++i) {
        const double first = real(table.ofFirst(i));
        for (std::size_t j = 0; j < k; ++j) {
            const double weight = disagreement(i, j, k, weights);
            observed += weight * real(table.at(i, j));
            expected += weight * first * second[j];
        }
    }
    const double n = real(table.units());
    observed /= n;
    expected /= n * n;
    kappa.observed = 1 - observed;
    kappa.expected = 1 - expected;
    // Exact, as a sum of whole numbers and weights above 0: 0 when both gave one and the same category only.
    if (expected > 0) {
        kappa.value = 1 - observed / expected;
        addErrors(kappa, table, weights, confidence);
    }
    return kappa;
}

Coefficient pabak(const CrossTable &table, double confidence)
{
    Coefficient adjusted = observedAgreement(table, confidence);
    adjusted.interval.reset();
    adjusted.value.reset();
    if (!adjusted.observed || table.categories() < 2) {
        adjusted.standardError.reset();
        return adjusted;
    }
    const double k = real(table.categories());
    adjusted.expected = 1 / k;
    adjusted.value = (k * *adjusted.observed - 1) / (k - 1);
    adjusted.standardError = *adjusted.standardError * k / (k - 1);
    adjusted.interval = normalInterval(*adjusted.value, *adjusted.standardError, confidence, -1 / (k - 1));
    return adjusted;
}

std::optional<double> prevalenceIndex(const CrossTable &table)
{
    if (!isTwoByTwo(table)) {
        return std::nullopt;
    }
    return (real(table.at(0, 0)) - real(table.at(1, 1))) / real(table.units());
}

std::optional<double> biasIndex(const CrossTable &table)
{
    if (!isTwoByTwo(table)) {
        return std::nullopt;
    }
    return (real(table.at(0, 1)) - real(table.at(1, 0))) / real(table.units());
}

} // namespace winnow::screening
