#include "screening/agreement_of_many.h"

#include "screening/agreement_of_two.h"
#include "screening/unit_patterns.h"

#include <algorithm>
#include <cmath>

namespace winnow::screening {

namespace {

double real(std::size_t count)
{
    return static_cast<double>(count);
}

/// What the coefficients of many raters start from.
struct Basis
{
    UnitPatterns units;
    double rated = 0;          ///< units rated at all
    double ratedTwice = 0;     ///< units rated at least twice
    double observed = 0;       ///< mean of agreeing pairs over the latter
    std::vector<double> share; ///< of each category, as a mean over the former
};

Basis basisOf(UnitPatterns units)
{
    Basis basis;
    basis.units = std::move(units);
    basis.share.resize(basis.units.categories);
    for (const UnitPattern &pattern : basis.units.patterns) {
        basis.rated += pattern.units;
        for (std::size_t category = 0; category < basis.share.size(); ++category) {
            basis.share[category] += pattern.units * pattern.counts[category] / pattern.ratings;
        }
        if (pattern.ratings >= 2) {
            basis.ratedTwice += pattern.units;
            basis.observed += pattern.units * agreeingPairs(pattern);
        }
    }
    for (double &share : basis.share) {
        share /= basis.rated;
    }
    if (basis.ratedTwice > 0) {
        basis.observed /= basis.ratedTwice;
    }
    return basis;
}

bool isRatedOnce(const UnitPattern &pattern)
{
    return pattern.ratings < 2;
}

UnitPatterns withoutUnitsRatedOnce(UnitPatterns units)
{
    std::erase_if(units.patterns, isRatedOnce);
    units.ofUnit.clear(); // it would name the wrong patterns
    return units;
}

/// How many categories were given.
std::ptrdiff_t categoriesGiven(const Basis &basis)
{
    return std::ranges::count_if(basis.share, [](double share) { return share > 0; });
}

/// The variance of Gwet (2008) of (observed - pe) / (1 - pe). `chanceOf` says what a unit adds to pe, so that
/// the mean of it over the rated units is pe.
template <class ChanceOf>
double linearisedVariance(const Basis &basis, double pe, double value, ChanceOf chanceOf)
{
    double sum = 0;
    for (const UnitPattern &pattern : basis.units.patterns) {
        double x = -2 * (1 - value) * (chanceOf(pattern) - pe) / (1 - pe);
        if (pattern.ratings >= 2) {
            x += basis.rated / basis.ratedTwice * (agreeingPairs(pattern) - pe) / (1 - pe);
        }
        sum += pattern.units * (x - value) * (x - value);
    }
    return sum / (basis.rated * (basis.rated - 1));
}

template <class ChanceOf>
Coefficient chanceCorrected(const Basis &basis, double pe, double confidence, ChanceOf chanceOf)
{
    Coefficient coefficient;
    coefficient.units = static_cast<std::size_t>(basis.ratedTwice);
    coefficient.observed = basis.observed;
    coefficient.expected = pe;
    coefficient.value = (basis.observed - pe) / (1 - pe);
    if (basis.rated >= 2) {
        const double variance = linearisedVariance(basis, pe, *coefficient.value, chanceOf);
        const bool isCertain = basis.observed == 1 && basis.rated == basis.ratedTwice;
        coefficient.standardError = isCertain ? 0 : std::sqrt(variance);
        coefficient.interval = normalInterval(*coefficient.value, *coefficient.standardError, confidence);
    }
    return coefficient;
}

double sumOfPowers(const std::vector<double> &values, int power)
{
    double sum = 0;
    for (const double value : values) {
        sum += std::pow(value, power);
    }
    return sum;
}

void addNullTest(Coefficient &kappa, const Basis &basis)
{
    const double m = basis.units.patterns.front().ratings;
    const bool isEven = std::ranges::all_of(basis.units.patterns,
                                            [m](const UnitPattern &pattern) { return pattern.ratings == m; });
    if (!isEven) {
        return;
    }
    const double s2 = sumOfPowers(basis.share, 2);
    const double s3 = sumOfPowers(basis.share, 3);
    const double variance = 2 * (s2 + s2 * s2 - 2 * s3) / (basis.rated * m * (m - 1) * (1 - s2) * (1 - s2));
    if (variance > 0) {
        kappa.z = *kappa.value / std::sqrt(variance);
    }
}

/// Of the pairs of ratings of which one gave `category`, the share in which the other did too, against
/// chance.
std::optional<double> kappaOfCategory(const Basis &basis, std::size_t category)
{
    const double share = basis.share[category];
    double both = 0;
    double either = 0;
    for (const UnitPattern &pattern : basis.units.patterns) {
        const double count = pattern.counts[category];
        both += pattern.units * count * (count - 1) / (pattern.ratings * (pattern.ratings - 1));
        either += pattern.units * count / pattern.ratings;
    }
    const bool isEverywhere = categoriesGiven(basis) == 1;
    if (!(either > 0) || isEverywhere) {
        return std::nullopt;
    }
    return (both / either - share) / (1 - share);
}

Ratings complete(const Ratings &ratings)
{
    Ratings kept(ratings.raters(), ratings.categories());
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        const std::span<const Rating> row = ratings.row(unit);
        if (std::ranges::all_of(row, [](const Rating &rating) { return rating.has_value(); })) {
            kept.add(row);
        }
    }
    return kept;
}

/// How often each rater gave each category, raters by categories.
std::vector<double> margins(const Ratings &ratings)
{
    std::vector<double> counts(ratings.raters() * ratings.categories());
    for (std::size_t unit = 0; unit < ratings.units(); ++unit) {
        for (std::size_t rater = 0; rater < ratings.raters(); ++rater) {
            if (const Rating rating = ratings.at(unit, rater)) {
                ++counts[rater * ratings.categories() + *rating];
            }
        }
    }
    return counts;
}

} // namespace

Coefficient meanPairAgreement(const Ratings &ratings, double confidence)
{
    const Basis basis = basisOf(withoutUnitsRatedOnce(unitPatterns(ratings)));
    Coefficient agreement;
    agreement.units = static_cast<std::size_t>(basis.ratedTwice);
    if (agreement.units == 0) {
        return agreement;
    }
    agreement.observed = basis.observed;
    agreement.value = basis.observed;
    if (agreement.units >= 2) {
        double squares = 0;
        for (const UnitPattern &pattern : basis.units.patterns) {
            const double apart = agreeingPairs(pattern) - basis.observed;
            squares += pattern.units * apart * apart;
        }
        agreement.standardError = std::sqrt(squares / (basis.ratedTwice * (basis.ratedTwice - 1)));
        agreement.interval = normalInterval(basis.observed, *agreement.standardError, confidence, 0);
    }
    return agreement;
}

std::optional<double> unanimousShare(const Ratings &ratings, std::size_t tolerance)
{
    const UnitPatterns units = withoutUnitsRatedOnce(unitPatterns(ratings));
    double all = 0;
    double close = 0;
    for (const UnitPattern &pattern : units.patterns) {
        const auto isGiven = [](double count) { return count > 0; };
        const auto lowest = std::ranges::find_if(pattern.counts, isGiven);
        const auto highest = std::find_if(pattern.counts.rbegin(), pattern.counts.rend(), isGiven).base() - 1;
        all += pattern.units;
        if (static_cast<std::size_t>(highest - lowest) <= tolerance) {
            close += pattern.units;
        }
    }
    return all > 0 ? std::optional(close / all) : std::nullopt;
}

Coefficient gwetAc1(const Ratings &ratings, double confidence)
{
    const Basis basis = basisOf(unitPatterns(ratings));
    const double k = real(ratings.categories());
    if (basis.ratedTwice == 0 || k < 2) {
        Coefficient none;
        none.units = static_cast<std::size_t>(basis.ratedTwice);
        return none;
    }
    double pe = 0;
    for (const double share : basis.share) {
        pe += share * (1 - share) / (k - 1);
    }
    return chanceCorrected(basis, pe, confidence, [&](const UnitPattern &pattern) {
        double sum = 0;
        for (std::size_t category = 0; category < basis.share.size(); ++category) {
            sum += pattern.counts[category] * (1 - basis.share[category]);
        }
        return sum / pattern.ratings / (k - 1);
    });
}

FleissKappa fleissKappa(const Ratings &ratings, double confidence)
{
    const Basis basis = basisOf(withoutUnitsRatedOnce(unitPatterns(ratings)));
    FleissKappa fleiss;
    fleiss.ofCategories.resize(ratings.categories());
    fleiss.kappa.units = static_cast<std::size_t>(basis.ratedTwice);
    if (basis.ratedTwice == 0) {
        return fleiss;
    }
    if (categoriesGiven(basis) < 2) {
        fleiss.kappa.observed = basis.observed;
        fleiss.kappa.expected = 1;
        return fleiss;
    }
    const auto chanceOf = [&](const UnitPattern &pattern) {
        double sum = 0;
        for (std::size_t category = 0; category < basis.share.size(); ++category) {
            sum += pattern.counts[category] * basis.share[category];
        }
        return sum / pattern.ratings;
    };
    fleiss.kappa = chanceCorrected(basis, sumOfPowers(basis.share, 2), confidence, chanceOf);
    addNullTest(fleiss.kappa, basis);
    for (std::size_t category = 0; category < fleiss.ofCategories.size(); ++category) {
        fleiss.ofCategories[category] = kappaOfCategory(basis, category);
    }
    return fleiss;
}

Coefficient congerKappa(const Ratings &ratings)
{
    const Ratings all = complete(ratings);
    Coefficient kappa;
    if (ratings.raters() < 2 || all.units() == 0) {
        return kappa;
    }
    kappa.units = all.units();
    kappa.observed = basisOf(unitPatterns(all)).observed;
    const std::vector<double> counts = margins(all);
    const std::size_t k = all.categories();
    // Of the ordered pairs of raters: all products less those of a rater with himself. Whole numbers, so
    // exact.
    double together = 0;
    for (std::size_t category = 0; category < k; ++category) {
        double sum = 0;
        double squares = 0;
        for (std::size_t rater = 0; rater < all.raters(); ++rater) {
            const double count = counts[rater * k + category];
            sum += count;
            squares += count * count;
        }
        together += sum * sum - squares;
    }
    const double raters = real(all.raters());
    const double most = raters * (raters - 1) * real(all.units()) * real(all.units());
    kappa.expected = together / most;
    if (together < most) {
        kappa.value = (*kappa.observed - *kappa.expected) / (1 - *kappa.expected);
    }
    return kappa;
}

LightKappa lightKappa(const Ratings &ratings)
{
    LightKappa light;
    light.kappa.units =
        static_cast<std::size_t>(basisOf(withoutUnitsRatedOnce(unitPatterns(ratings))).ratedTwice);
    double sum = 0;
    for (std::size_t first = 0; first < ratings.raters(); ++first) {
        for (std::size_t second = first + 1; second < ratings.raters(); ++second) {
            const CrossTable table = crossTable(ratings, first, second);
            if (const std::optional<double> value = cohenKappa(table).value) {
                sum += *value;
                ++light.pairs;
            } else {
                ++light.pairsNotEstimable;
            }
        }
    }
    if (light.pairs > 0) {
        light.kappa.value = sum / real(light.pairs);
    }
    return light;
}

} // namespace winnow::screening
