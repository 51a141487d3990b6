#include "screening/agreement_of_many.h"
#include "screening/agreement_of_two.h"
#include "screening/krippendorff.h"
#include "tables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>

namespace winnow::screening {

namespace {

using Measure = std::function<Coefficient(const Ratings &)>;

Coefficient cohen(const Ratings &ratings)
{
    return cohenKappa(crossTable(ratings, 0, 1));
}

Coefficient weightedCohen(const Ratings &ratings)
{
    return cohenKappa(crossTable(ratings, 0, 1), Weights::Quadratic);
}

Coefficient nominalAlpha(const Ratings &ratings)
{
    return krippendorffAlpha(ratings, Metric::Nominal);
}

const std::vector<std::pair<const char *, Measure>> kNominalMeasures{
    {"Cohen", cohen},
    {"observed", [](const Ratings &r) { return observedAgreement(crossTable(r, 0, 1)); }},
    {"PABAK", [](const Ratings &r) { return pabak(crossTable(r, 0, 1)); }},
    {"AC1", [](const Ratings &r) { return gwetAc1(r); }},
    {"Fleiss", [](const Ratings &r) { return fleissKappa(r).kappa; }},
    {"Conger", [](const Ratings &r) { return congerKappa(r); }},
    {"Light", [](const Ratings &r) { return lightKappa(r).kappa; }},
    {"pairs", [](const Ratings &r) { return meanPairAgreement(r); }},
    {"alpha", nominalAlpha},
};

std::vector<std::pair<const char *, Measure>> allMeasures()
{
    std::vector<std::pair<const char *, Measure>> measures = kNominalMeasures;
    measures.emplace_back("weighted", weightedCohen);
    for (const Metric metric : {Metric::Ordinal, Metric::Interval, Metric::Ratio}) {
        measures.emplace_back("measured alpha",
                              [metric](const Ratings &r) { return krippendorffAlpha(r, metric); });
    }
    return measures;
}

void expectSame(const std::optional<double> &one, const std::optional<double> &other, const char *name)
{
    ASSERT_EQ(one.has_value(), other.has_value()) << name;
    if (one) {
        EXPECT_TRUE(std::isfinite(*one)) << name;
        EXPECT_NEAR(*one, *other, 1e-10) << name;
    }
}

void expectSame(const Coefficient &one, const Coefficient &other, const char *name)
{
    EXPECT_EQ(one.units, other.units) << name;
    expectSame(one.observed, other.observed, name);
    expectSame(one.expected, other.expected, name);
    expectSame(one.value, other.value, name);
    expectSame(one.standardError, other.standardError, name);
    expectSame(one.z, other.z, name);
    ASSERT_EQ(one.interval.has_value(), other.interval.has_value()) << name;
    if (one.interval) {
        EXPECT_NEAR(one.interval->low, other.interval->low, 1e-10) << name;
        EXPECT_NEAR(one.interval->high, other.interval->high, 1e-10) << name;
    }
}

/// Small and large, full and with many gaps, of much and of little agreement.
std::vector<Ratings> samples()
{
    std::vector<Ratings> all;
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        const auto part = static_cast<unsigned>(seed);
        all.push_back(test::randomRatings(seed,
                                          seed % 41,
                                          1 + seed % 5,
                                          1 + seed % 4,
                                          part * 37 % 101,
                                          part % 3 == 0 ? 0 : part * 53 % 101));
    }
    return all;
}

TEST(Agreement, doesNotDependOnTheOrderOfUnits)
{
    for (const Ratings &ratings : samples()) {
        for (const auto &[name, measure] : allMeasures()) {
            expectSame(measure(ratings), measure(test::unitsShuffled(ratings, 5)), name);
        }
    }
}

TEST(Agreement, isTheSameFromEitherSide)
{
    for (const Ratings &ratings : samples()) {
        if (ratings.raters() != 2) {
            continue;
        }
        for (const auto &[name, measure] : allMeasures()) {
            expectSame(measure(ratings), measure(test::ratersReversed(ratings)), name);
        }
    }
}

TEST(Agreement, doesNotDependOnTheNamesOfCategories)
{
    for (const Ratings &ratings : samples()) {
        std::vector<Category> names;
        for (std::size_t category = ratings.categories(); category > 0; --category) {
            names.push_back(static_cast<Category>(category - 1));
        }
        std::rotate(
            names.begin(), names.begin() + static_cast<std::ptrdiff_t>(names.size() / 2), names.end());
        for (const auto &[name, measure] : kNominalMeasures) {
            expectSame(measure(ratings), measure(test::relabelled(ratings, names)), name);
        }
    }
}

TEST(Agreement, is1WhenAllSayTheSame)
{
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        const Ratings ratings = test::randomRatings(seed, 20, 2 + seed % 3, 3, 100, seed % 2 == 0 ? 0 : 20);
        for (const auto &[name, measure] : allMeasures()) {
            const std::optional<double> value = measure(ratings).value;
            if (value) {
                EXPECT_NEAR(*value, 1, 1e-12) << name;
            } else {
                // Only where chance alone would do it, or no unit counts.
                EXPECT_EQ(nominalAlpha(ratings).value.has_value() && measure(ratings).units > 1, false)
                    << name;
            }
        }
    }
}

TEST(Agreement, isNeverAbove1AndNeverNotANumber)
{
    for (const Ratings &ratings : samples()) {
        for (const auto &[name, measure] : allMeasures()) {
            const Coefficient coefficient = measure(ratings);
            for (const std::optional<double> &number :
                 {coefficient.observed, coefficient.expected, coefficient.value, coefficient.standardError}) {
                EXPECT_TRUE(!number || (std::isfinite(*number) && *number <= 1 + 1e-12)) << name;
            }
            EXPECT_TRUE(!coefficient.z || std::isfinite(*coefficient.z)) << name;
            if (coefficient.interval) {
                EXPECT_LE(coefficient.interval->low, *coefficient.value) << name;
                EXPECT_GE(coefficient.interval->high, *coefficient.value) << name;
                EXPECT_LE(coefficient.interval->high, 1) << name;
            }
        }
    }
}

TEST(Agreement, ofRatersChosenIsThatOfTheirColumns)
{
    const Ratings ratings = test::randomRatings(4, 30, 4, 3, 60, 10);
    const std::vector<std::size_t> pair{1, 3};
    expectSame(cohenKappa(crossTable(ratings, 1, 3)), cohen(ratings.ofRaters(pair)), "Cohen");
}

} // namespace

} // namespace winnow::screening
