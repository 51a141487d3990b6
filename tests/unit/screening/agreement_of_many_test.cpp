#include "screening/agreement_of_many.h"
#include "screening/krippendorff.h"
#include "tables.h"

#include <gtest/gtest.h>

#include <cmath>

namespace winnow::screening {

namespace {

constexpr double kClose = 1e-9;

/// Ten units, fourteen raters, five categories (Fleiss 1971, as retold in many textbooks), as counts.
Ratings fleissExample()
{
    const std::vector<std::vector<int>> counts{{0, 0, 0, 0, 14},
                                               {0, 2, 6, 4, 2},
                                               {0, 0, 3, 5, 6},
                                               {0, 3, 9, 2, 0},
                                               {2, 2, 8, 1, 1},
                                               {7, 7, 0, 0, 0},
                                               {3, 2, 6, 3, 0},
                                               {2, 5, 3, 2, 2},
                                               {6, 5, 2, 1, 0},
                                               {0, 2, 2, 3, 7}};
    Ratings ratings(14, 5);
    for (const std::vector<int> &unit : counts) {
        std::vector<Rating> row;
        for (std::size_t category = 0; category < unit.size(); ++category) {
            row.insert(row.end(), static_cast<std::size_t>(unit[category]), static_cast<Category>(category));
        }
        ratings.add(row);
    }
    return ratings;
}

TEST(FleissKappa, isThatOfTheTextbook)
{
    const FleissKappa fleiss = fleissKappa(fleissExample());
    EXPECT_NEAR(*fleiss.kappa.observed, 0.378, 5e-4);
    EXPECT_NEAR(*fleiss.kappa.expected, 0.213, 5e-4);
    EXPECT_NEAR(*fleiss.kappa.value, 0.210, 5e-4);
}

/// The values of R's irrCAC for these data, with gaps and a unit rated once.
TEST(GwetAc1, hasTheValueAndErrorOfItsAuthorsProgram)
{
    const Coefficient ac1 = gwetAc1(test::krippendorffExample());
    EXPECT_NEAR(*ac1.value, 0.77544, 5e-6);
    EXPECT_NEAR(*ac1.standardError, 0.14295, 5e-6);
    EXPECT_NEAR(*ac1.observed, 0.81818, 5e-6);
    EXPECT_EQ(ac1.units, 11U);
    EXPECT_EQ(ac1.interval->high, 1);
}

TEST(GwetAc1, isHighWhereOneCategoryIsRare)
{
    EXPECT_NEAR(*gwetAc1(ratingsOf(CrossTable::of2x2(95, 4, 1, 0))).value, 0.9474375821, kClose);
    EXPECT_EQ(gwetAc1(ratingsOf(CrossTable::of2x2(0, 0, 0, 50))).value, 1);
}

TEST(FleissKappa, hasNoZWhereUnitsWereRatedUnevenly)
{
    const FleissKappa uneven = fleissKappa(test::krippendorffExample());
    EXPECT_TRUE(uneven.kappa.value && uneven.kappa.interval);
    EXPECT_FALSE(uneven.kappa.z); // three raters here, four there
    EXPECT_TRUE(fleissKappa(fleissExample()).kappa.z);
}

TEST(FleissKappa, isScottsPiOfTwoRaters)
{
    const CrossTable table = CrossTable::of2x2(20, 5, 10, 15);
    const double first = (25 + 30) / 100.0;
    const double pe = first * first + (1 - first) * (1 - first);
    EXPECT_NEAR(*fleissKappa(ratingsOf(table)).kappa.value, (0.7 - pe) / (1 - pe), kClose);
}

/// Of samples in which the raters agree no more than by chance, 5 in 100 should seem to agree or disagree.
TEST(FleissKappa, hasAZThatKeepsItsLevel)
{
    int beyond = 0;
    constexpr int kSamples = 2000;
    for (int sample = 0; sample < kSamples; ++sample) {
        const Ratings ratings = test::randomRatings(static_cast<std::uint64_t>(sample), 100, 3, 4, 0, 0);
        beyond += std::abs(*fleissKappa(ratings).kappa.z) > 1.96 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(beyond) / kSamples, 0.05, 0.015);
}

/// The interval must hold the true value in about 95 of 100 samples. Here true agreement beyond chance is
/// 0.6.
TEST(FleissKappa, hasAnIntervalThatHoldsTheTruth)
{
    int fleiss = 0;
    int ac1 = 0;
    constexpr int kSamples = 1000;
    for (int sample = 0; sample < kSamples; ++sample) {
        const Ratings ratings =
            test::randomRatings(static_cast<std::uint64_t>(sample) * 31 + 5, 150, 2, 4, 60, 5);
        const Interval ofFleiss = *fleissKappa(ratings).kappa.interval;
        const Interval ofAc1 = *gwetAc1(ratings).interval;
        fleiss += ofFleiss.low <= 0.6 && 0.6 <= ofFleiss.high ? 1 : 0;
        ac1 += ofAc1.low <= 0.6 && 0.6 <= ofAc1.high ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(fleiss) / kSamples, 0.95, 0.025);
    EXPECT_NEAR(static_cast<double>(ac1) / kSamples, 0.95, 0.025);
}

TEST(CongerKappa, isCohensOfTwoRaters)
{
    const CrossTable table = CrossTable::of2x2(25, 35, 5, 35);
    EXPECT_NEAR(*congerKappa(ratingsOf(table)).value, *cohenKappa(table).value, kClose);
}

TEST(LightKappa, isTheMeanOverPairs)
{
    const Ratings ratings = test::randomRatings(3, 40, 3, 3, 70, 10);
    const LightKappa light = lightKappa(ratings);
    double sum = 0;
    for (const auto &[first, second] : {std::pair(0, 1), std::pair(0, 2), std::pair(1, 2)}) {
        sum += *cohenKappa(
                    crossTable(ratings, static_cast<std::size_t>(first), static_cast<std::size_t>(second)))
                    .value;
    }
    EXPECT_EQ(light.pairs, 3U);
    EXPECT_NEAR(*light.kappa.value, sum / 3, kClose);
}

TEST(LightKappa, saysWhichPairsItLeftOut)
{
    const LightKappa light = lightKappa(test::byRater({{1, 2, 1, 2}, {1, 2, 2, 2}, {0, 0, 0, 2}}));
    EXPECT_EQ(light.pairs, 1U);
    EXPECT_EQ(light.pairsNotEstimable, 2U);
}

TEST(UnanimousShare, allowsATolerance)
{
    const Ratings ratings = test::byRater({{1, 1, 1, 2}, {1, 2, 3, 0}});
    EXPECT_NEAR(*unanimousShare(ratings), 1.0 / 3, kClose);
    EXPECT_NEAR(*unanimousShare(ratings, 1), 2.0 / 3, kClose);
    EXPECT_EQ(unanimousShare(ratings, 2), 1);
    EXPECT_FALSE(unanimousShare(Ratings(2, 2)));
}

TEST(AgreementOfMany, isNotEstimableWhereItIsNot)
{
    const std::vector<Ratings> without{
        Ratings(), Ratings(3, 2), test::byRater({{1, 2, 0}, {0, 0, 1}}), test::byRater({{1, 2, 2, 1}})};
    for (const Ratings &ratings : without) {
        for (const Coefficient &none : {gwetAc1(ratings),
                                        fleissKappa(ratings).kappa,
                                        lightKappa(ratings).kappa,
                                        meanPairAgreement(ratings),
                                        krippendorffAlpha(ratings, Metric::Nominal)}) {
            EXPECT_EQ(none.units, 0U);
            EXPECT_FALSE(none.value || none.standardError || none.interval || none.z);
        }
        EXPECT_FALSE(congerKappa(ratings).value && ratings.raters() < 2);
        EXPECT_FALSE(unanimousShare(ratings));
    }
    const Ratings ofOneCategory = test::byRater({{2, 2, 2}, {2, 2, 2}, {2, 2, 2}});
    EXPECT_FALSE(fleissKappa(ofOneCategory).kappa.value);
    EXPECT_FALSE(fleissKappa(ofOneCategory).ofCategories.at(1));
    EXPECT_FALSE(congerKappa(ofOneCategory).value);
    EXPECT_FALSE(lightKappa(ofOneCategory).kappa.value);
    EXPECT_EQ(meanPairAgreement(ofOneCategory).value, 1);
    EXPECT_FALSE(gwetAc1(test::byRater({{1, 1}, {1, 1}})).value); // one category to choose from
}

TEST(MeanPairAgreement, ofASingleUnitHasNoError)
{
    const Coefficient agreement = meanPairAgreement(test::byRater({{1}, {1}, {2}}));
    EXPECT_NEAR(*agreement.value, 1.0 / 3, kClose);
    EXPECT_FALSE(agreement.standardError || agreement.interval);
}

} // namespace

} // namespace winnow::screening
