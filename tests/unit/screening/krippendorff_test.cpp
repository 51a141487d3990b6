#include "screening/agreement_of_many.h"
#include "screening/krippendorff.h"
#include "tables.h"

#include <gtest/gtest.h>

#include <limits>

namespace winnow::screening {

namespace {

constexpr double kClose = 1e-9;

double alphaOf(const Ratings &ratings, Metric metric, const std::vector<double> &values = {})
{
    return krippendorffAlpha(ratings, metric, values).value.value();
}

TEST(KrippendorffAlpha, isThatOfThePublishedExample)
{
    const Ratings example = test::krippendorffExample();
    EXPECT_NEAR(alphaOf(example, Metric::Nominal), 0.743421052632, kClose);
    EXPECT_NEAR(alphaOf(example, Metric::Ordinal), 0.815387503755, kClose);
    EXPECT_NEAR(alphaOf(example, Metric::Interval), 0.849107142857, kClose);
    EXPECT_NEAR(alphaOf(example, Metric::Ratio), 0.797402774712, kClose);
}

TEST(KrippendorffAlpha, leavesOutUnitsRatedOnce)
{
    const Ratings gaps = test::byRater({{1, 1, 1, 2, 2, 0, 1}, {1, 2, 1, 2, 2, 1, 0}});
    const Coefficient alpha = krippendorffAlpha(gaps, Metric::Nominal);
    EXPECT_NEAR(*alpha.value, 0.64, kClose);
    EXPECT_EQ(alpha.units, 5U);
    EXPECT_NEAR(*alpha.observed, 0.8, kClose);
    EXPECT_NEAR((*alpha.observed - *alpha.expected) / (1 - *alpha.expected), 0.64, kClose);
}

/// With n units and two raters without gaps, 1 - alpha = (1 - pi) (2n - 1) / 2n.
TEST(KrippendorffAlpha, isScottsPiButForSmallSamples)
{
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const Ratings ratings = test::randomRatings(seed, 30 + seed, 2, 3, 50, 0);
        const double values = 2 * static_cast<double>(ratings.units());
        const double pi = fleissKappa(ratings).kappa.value.value();
        EXPECT_NEAR(1 - alphaOf(ratings, Metric::Nominal), (1 - pi) * (values - 1) / values, kClose);
    }
}

/// Three raters, four units; coincidences counted by hand: 11 = 6, 22 = 4, 12 = 21 = 1; so 7 and 5 of 12
/// values, Do = 2/12, De = 70/132.
TEST(KrippendorffAlpha, isNotWhatIrrPrintsOfCompleteTables)
{
    const Ratings complete = test::byRater({{1, 1, 2, 1}, {1, 1, 2, 2}, {1, 1, 2, 2}});
    const double byHand = 1 - (2.0 / 12) / (70.0 / 132);
    EXPECT_NEAR(alphaOf(complete, Metric::Nominal), byHand, kClose);
    EXPECT_NEAR(*krippendorffAlphaOfIrr(complete, Metric::Nominal), 1 - (1 - byHand) * 23 / (2 * 11), kClose);

    const Ratings ofTwo = test::randomRatings(2, 20, 2, 3, 60, 0);
    EXPECT_NEAR(*krippendorffAlphaOfIrr(ofTwo, Metric::Ordinal), alphaOf(ofTwo, Metric::Ordinal), kClose);
    const Ratings gaps = test::krippendorffExample();
    EXPECT_EQ(*krippendorffAlphaOfIrr(gaps, Metric::Ratio), alphaOf(gaps, Metric::Ratio));
    EXPECT_FALSE(krippendorffAlphaOfIrr(Ratings(), Metric::Nominal));
}

TEST(KrippendorffAlpha, readsTheValuesOfCategories)
{
    const Ratings example = test::krippendorffExample();
    EXPECT_NEAR(
        alphaOf(example, Metric::Interval, {10, 20, 30, 40, 50}), alphaOf(example, Metric::Interval), kClose);
    EXPECT_NEAR(alphaOf(example, Metric::Ratio, {3, 6, 9, 12, 15}), alphaOf(example, Metric::Ratio), kClose);
    EXPECT_NE(alphaOf(example, Metric::Ratio, {0, 1, 2, 3, 4}), alphaOf(example, Metric::Ratio));
    // Two categories: every distance is the same, whatever the values.
    const Ratings ofTwo = test::randomRatings(9, 40, 3, 2, 60, 20);
    for (const Metric metric : {Metric::Ordinal, Metric::Interval, Metric::Ratio}) {
        EXPECT_NEAR(alphaOf(ofTwo, metric, {2, 7}), alphaOf(ofTwo, Metric::Nominal), kClose);
    }
}

TEST(KrippendorffAlpha, isNotEstimableWhereItIsNot)
{
    const Ratings ofOneCategory = test::byRater({{2, 2, 2}, {2, 2, 0}});
    for (const Metric metric : {Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio}) {
        EXPECT_FALSE(krippendorffAlpha(ofOneCategory, metric, Bootstrap{}).value);
    }
    const Ratings example = test::krippendorffExample();
    const std::vector<double> few{1, 2};
    const std::vector<double> negative{-1, 0, 1, 2, 3};
    const std::vector<double> endless{1, 2, 3, 4, std::numeric_limits<double>::infinity()};
    EXPECT_FALSE(krippendorffAlpha(example, Metric::Interval, few).value);
    EXPECT_FALSE(krippendorffAlpha(example, Metric::Ratio, negative).value);
    EXPECT_TRUE(krippendorffAlpha(example, Metric::Interval, negative).value);
    EXPECT_FALSE(krippendorffAlpha(example, Metric::Interval, endless).value);
}

TEST(KrippendorffAlpha, hasTheSameIntervalForTheSameSeed)
{
    const Ratings example = test::krippendorffExample();
    const Coefficient once = krippendorffAlpha(example, Metric::Nominal, Bootstrap{7, 500, 0.95});
    const Coefficient again = krippendorffAlpha(example, Metric::Nominal, Bootstrap{7, 500, 0.95});
    const Coefficient other = krippendorffAlpha(example, Metric::Nominal, Bootstrap{8, 500, 0.95});
    EXPECT_EQ(once.interval, again.interval);
    EXPECT_NE(once.interval, other.interval);
    EXPECT_LT(once.interval->low, *once.value);
    EXPECT_GT(once.interval->high, *once.value);
    const Coefficient wide = krippendorffAlpha(example, Metric::Nominal, Bootstrap{7, 500, 0.99});
    EXPECT_LT(wide.interval->low, once.interval->low);
}

/// The linearised error of Fleiss's kappa is that of alpha in large samples.
TEST(KrippendorffAlpha, hasAnErrorNearTheAnalyticOne)
{
    const Ratings ratings = test::randomRatings(11, 400, 2, 3, 60, 0);
    const Coefficient alpha = krippendorffAlpha(ratings, Metric::Nominal, Bootstrap{});
    const Coefficient fleiss = fleissKappa(ratings).kappa;
    EXPECT_NEAR(*alpha.standardError / *fleiss.standardError, 1, 0.08);
    EXPECT_NEAR(alpha.interval->low, fleiss.interval->low, 0.02);
}

TEST(KrippendorffAlpha, hasNoIntervalWhereDrawsSayNothing)
{
    EXPECT_FALSE(krippendorffAlpha(test::byRater({{1}, {2}}), Metric::Nominal, Bootstrap{}).interval);
    const Coefficient perfect =
        krippendorffAlpha(test::byRater({{1, 2, 1, 2}, {1, 2, 1, 2}}), Metric::Nominal, Bootstrap{});
    EXPECT_EQ(perfect.value, 1);
    EXPECT_FALSE(perfect.interval);
    EXPECT_FALSE(
        krippendorffAlpha(test::krippendorffExample(), Metric::Nominal, Bootstrap{1, 100, 95}).interval);
}

} // namespace

} // namespace winnow::screening
