#include "screening/agreement_of_two.h"
#include "tables.h"

#include <gtest/gtest.h>

#include <cmath>

namespace winnow::screening {

namespace {

constexpr double kClose = 1e-9;

CrossTable tableOf(const std::vector<std::vector<std::size_t>> &rows)
{
    CrossTable table(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < rows.size(); ++j) {
            table.add(i, j, rows[i].at(j));
        }
    }
    return table;
}

TEST(CohenKappa, isThatOfTheTextbook)
{
    const Coefficient kappa = cohenKappa(CrossTable::of2x2(20, 5, 10, 15));
    EXPECT_EQ(kappa.units, 50U);
    EXPECT_NEAR(*kappa.observed, 0.7, kClose);
    EXPECT_NEAR(*kappa.expected, 0.5, kClose);
    EXPECT_NEAR(*kappa.value, 0.4, kClose);
    EXPECT_NEAR(*kappa.standardError, 0.12699606, 5e-9);
    EXPECT_NEAR(*kappa.z, 2.8867513, 5e-8);
    EXPECT_NEAR(kappa.interval->low, 0.151092, 5e-7);
    EXPECT_NEAR(kappa.interval->high, 0.648908, 5e-7);
}

TEST(CohenKappa, fallsBelow0WhereOneCategoryIsRare)
{
    const CrossTable rare = CrossTable::of2x2(95, 4, 1, 0);
    EXPECT_NEAR(*cohenKappa(rare).value, -0.0162601626, kClose);
    EXPECT_NEAR(*pabak(rare).value, 0.9, kClose);
    EXPECT_NEAR(*prevalenceIndex(rare), 0.95, kClose);
    EXPECT_NEAR(*biasIndex(rare), 0.03, kClose);
}

TEST(CohenKappa, isSmallerWithLessBias)
{
    EXPECT_NEAR(*cohenKappa(CrossTable::of2x2(45, 15, 25, 15)).value, 3.0 / 23, kClose);
    EXPECT_NEAR(*cohenKappa(CrossTable::of2x2(25, 35, 5, 35)).value, 7.0 / 27, kClose);
}

/// The vision of 7477 women, right and left eye (Stuart 1953).
TEST(CohenKappa, weighsHowFarCategoriesLieApart)
{
    const CrossTable vision =
        tableOf({{1520, 266, 124, 66}, {234, 1512, 432, 78}, {117, 362, 1772, 205}, {36, 82, 179, 492}});
    EXPECT_NEAR(*cohenKappa(vision).value, 0.595388828089, kClose);
    EXPECT_NEAR(*cohenKappa(vision, Weights::Linear).value, 0.652380429501, kClose);
    EXPECT_NEAR(*cohenKappa(vision, Weights::Quadratic).value, 0.70233425249, kClose);
}

/// Standard error as R's irrCAC prints it for this table of two abstractors.
TEST(CohenKappa, hasTheStandardErrorOfOtherPrograms)
{
    const Coefficient kappa = cohenKappa(tableOf({{13, 0, 0}, {0, 20, 7}, {0, 4, 56}}));
    EXPECT_NEAR(*kappa.value, 0.7964094, 5e-8);
    EXPECT_NEAR(*kappa.standardError, 0.05891072, 5e-9);
}

/// Draws many samples from one table of shares: the estimated error must be the spread that is really there.
TEST(CohenKappa, hasAStandardErrorThatIsTheSpreadOfSamples)
{
    for (const Weights weights : {Weights::Unweighted, Weights::Linear, Weights::Quadratic}) {
        double sum = 0;
        double squares = 0;
        double errors = 0;
        constexpr int kSamples = 1500;
        for (int sample = 0; sample < kSamples; ++sample) {
            const Ratings ratings =
                test::randomRatings(static_cast<std::uint64_t>(sample) * 7919, 200, 2, 3, 50, 0);
            const Coefficient kappa = cohenKappa(crossTable(ratings, 0, 1), weights);
            sum += *kappa.value;
            squares += *kappa.value * *kappa.value;
            errors += *kappa.standardError;
        }
        const double mean = sum / kSamples;
        const double spread = std::sqrt(squares / kSamples - mean * mean);
        EXPECT_NEAR(mean, 0.5, 0.01);
        EXPECT_NEAR(errors / kSamples / spread, 1, 0.07);
    }
}

TEST(CohenKappa, isNotEstimableWhereItIsNot)
{
    for (const Weights weights : {Weights::Unweighted, Weights::Linear, Weights::Quadratic}) {
        const Coefficient ofOneCategory = cohenKappa(CrossTable::of2x2(0, 0, 0, 50), weights);
        EXPECT_EQ(ofOneCategory.observed, 1);
        EXPECT_EQ(ofOneCategory.expected, 1);
        EXPECT_FALSE(ofOneCategory.value || ofOneCategory.interval || ofOneCategory.z);

        const Coefficient ofNothing = cohenKappa(CrossTable(2), weights);
        EXPECT_FALSE(ofNothing.observed || ofNothing.value || ofNothing.standardError);
    }
    EXPECT_FALSE(pabak(CrossTable(2)).value);
    EXPECT_FALSE(observedAgreement(CrossTable(0)).value);
    EXPECT_FALSE(prevalenceIndex(CrossTable(2)) || biasIndex(CrossTable(3)));
}

TEST(CohenKappa, is1AtPerfectAgreementAndClaimsNoCertainty)
{
    const Coefficient kappa = cohenKappa(CrossTable::of2x2(7, 0, 0, 13));
    EXPECT_EQ(kappa.value, 1);
    EXPECT_EQ(kappa.standardError, 0);
    EXPECT_FALSE(kappa.interval);
}

TEST(CohenKappa, saysOfOneRaterWhoNeverChooses)
{
    const Coefficient kappa = cohenKappa(CrossTable::of2x2(5, 3, 0, 0));
    EXPECT_EQ(kappa.value, 0);
    EXPECT_FALSE(kappa.z); // no error under chance: it cannot come out otherwise
}

TEST(Pabak, countsCategoriesThatNobodyGave)
{
    CrossTable table(5);
    table.add(0, 0, 7);
    table.add(0, 1, 3);
    EXPECT_NEAR(*pabak(table).value, 0.625, kClose);
    EXPECT_NEAR(*pabak(CrossTable::of2x2(40, 9, 6, 945)).value, 0.97, kClose);
}

/// Wilson's interval for 81 of 263, from Newcombe (1998).
TEST(ObservedAgreement, hasTheIntervalOfWilson)
{
    const Coefficient agreement = observedAgreement(CrossTable::of2x2(81, 100, 82, 0));
    EXPECT_NEAR(agreement.interval->low, 0.2553, 5e-5);
    EXPECT_NEAR(agreement.interval->high, 0.3662, 5e-5);
    EXPECT_EQ(observedAgreement(CrossTable::of2x2(9, 0, 0, 1)).interval->high, 1);
}

TEST(NormalQuantile, isThatOfTheTables)
{
    EXPECT_NEAR(normalQuantile(0.975), 1.959963984540054, 1e-14);
    EXPECT_NEAR(normalQuantile(0.995), 2.5758293035489004, 1e-14);
    EXPECT_NEAR(normalQuantile(1e-12), -7.034483825301132, 1e-12);
    EXPECT_EQ(normalQuantile(0.5), 0);
}

TEST(NormalInterval, isNoneForAConfidenceThatIsNone)
{
    for (const double confidence : {-1.0, 0.0, 1.0, 95.0}) {
        EXPECT_FALSE(normalInterval(0.5, 0.1, confidence));
        EXPECT_FALSE(wilsonInterval(5, 10, confidence));
    }
}

TEST(CrossTable, leavesOutUnitsThatOneDidNotRate)
{
    const Ratings ratings = test::byRater({{1, 2, 0, 1}, {1, 1, 2, 0}});
    const CrossTable table = crossTable(ratings, 0, 1);
    EXPECT_EQ(table.units(), 2U);
    EXPECT_EQ(table.at(1, 0), 1U);
    EXPECT_EQ(crossTable(ratings, 0, 7).units(), 0U);
}

} // namespace

} // namespace winnow::screening
