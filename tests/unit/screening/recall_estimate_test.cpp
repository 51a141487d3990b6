#include "screening/random.h"
#include "screening/recall_estimate.h"
#include "screening/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::screening {

namespace {

using testing::HasSubstr;

/// Relevant ones among `drawn` of `population`, drawn at random.
std::int64_t drawFrom(std::int64_t population, std::int64_t relevant, std::int64_t drawn, SplitMix64 &random)
{
    std::int64_t found = 0;
    for (std::int64_t draw = 0; draw < drawn; ++draw) {
        const auto place =
            static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(population - draw)));
        found += place < relevant - found ? 1 : 0;
    }
    return found;
}

TEST(RecallFromTailSample, isExactWhenAllWereDrawn)
{
    const RecallEstimate estimate = recallFromTailSample({50, 50, 4, 16}, {}).value();
    EXPECT_EQ(estimate.relevantFound, 20);
    EXPECT_EQ(estimate.missed, 0);
    EXPECT_EQ(estimate.missedRange, (CountRange{0, 0}));
    EXPECT_EQ(estimate.recall, 1);
    EXPECT_EQ(estimate.recallAtLeast, 1);
    EXPECT_TRUE(estimate.advice.saysStop);
}

TEST(RecallFromTailSample, carriesTheShareOverToTheRest)
{
    const RecallEstimate estimate = recallFromTailSample({1000, 200, 2, 90}, {}).value();
    EXPECT_NEAR(estimate.missed, 8, 1e-12);
    EXPECT_NEAR(*estimate.recall, 0.92, 1e-12);
    EXPECT_LT(estimate.recallInterval->low, 0.92);
    EXPECT_GT(estimate.recallInterval->high, 0.92);
    EXPECT_GT(estimate.recallAtLeast, estimate.recallInterval->low); // one-sided
    EXPECT_FALSE(estimate.advice.saysStop);
}

/// 19 found, 100 left: one may be missed, two may not. Of two, none is in a sample of m with the probability
/// (100 - m)(99 - m) / 9900, which is 0.0511 at m = 77 and 0.0467 at m = 78.
TEST(TailSampleNeeded, isThatCountedByHand)
{
    EXPECT_EQ(tailSampleNeeded(100, 19, {}), 78);
    EXPECT_TRUE(recallFromTailSample({100, 78, 0, 19}, {}).value().advice.saysStop);
    EXPECT_FALSE(recallFromTailSample({100, 77, 0, 19}, {}).value().advice.saysStop);
    EXPECT_EQ(tailSampleNeeded(0, 19, {}), 0);
    EXPECT_EQ(tailSampleNeeded(10, 1000, {}), 0); // even ten missed would not matter
    EXPECT_EQ(tailSampleNeeded(100, 19, {1, 0.95}), 95);
    EXPECT_FALSE(tailSampleNeeded(-1, 19, {}));
    EXPECT_FALSE(tailSampleNeeded(100, -1, {}));
}

TEST(TailSampleNeeded, growsWithTheGoal)
{
    std::int64_t before = 0;
    for (const double recall : {0.5, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0}) {
        const std::int64_t needed = tailSampleNeeded(5000, 60, {recall, 0.95}).value();
        EXPECT_GE(needed, before);
        before = needed;
    }
    EXPECT_LT(tailSampleNeeded(5000, 60, {0.95, 0.8}), tailSampleNeeded(5000, 60, {0.95, 0.95}));
    EXPECT_LT(tailSampleNeeded(5000, 120, {}), tailSampleNeeded(5000, 60, {}));
}

TEST(RecallFromTailSample, saysNothingOfRecallWhereNothingWasFound)
{
    const RecallEstimate estimate = recallFromTailSample({100, 20, 0, 0}, {}).value();
    EXPECT_FALSE(estimate.recall || estimate.recallInterval);
    EXPECT_EQ(estimate.recallAtLeast, 0);
    EXPECT_FALSE(estimate.advice.saysStop);
    const RecallEstimate none = recallFromTailSample({100, 0, 0, 10}, {}).value();
    EXPECT_EQ(none.missedRange, (CountRange{0, 100}));
    EXPECT_FALSE(none.advice.saysStop);
}

TEST(RecallFromTailSample, refusesNumbersThatContradictOneAnother)
{
    EXPECT_FALSE(recallFromTailSample({10, 11, 0, 0}, {}));
    EXPECT_FALSE(recallFromTailSample({10, 5, 6, 0}, {}));
    EXPECT_FALSE(recallFromTailSample({10, 5, -1, 0}, {}));
    EXPECT_FALSE(recallFromTailSample({10, 5, 1, -1}, {}));
    EXPECT_FALSE(recallFromTailSample({-5, -6, -7, 0}, {}));
}

/// Searches with known numbers missed: the bounds must hold as promised, and stopping must be wrong no more
/// often.
TEST(RecallFromTailSample, keepsItsPromise)
{
    SplitMix64 random(99);
    for (const std::int64_t missed : {1, 3, 8, 30}) {
        int inside = 0;
        int wrongStops = 0;
        constexpr int kRuns = 400;
        for (int run = 0; run < kRuns; ++run) {
            const std::int64_t drawn = 250;
            const std::int64_t found = drawFrom(400, missed, drawn, random);
            const RecallEstimate estimate = recallFromTailSample({400, drawn, found, 40}, {}).value();
            const double truth = static_cast<double>(40 + found) / static_cast<double>(40 + missed);
            inside += estimate.recallInterval->low <= truth + 1e-12 &&
                              truth <= estimate.recallInterval->high + 1e-12
                          ? 1
                          : 0;
            wrongStops += estimate.advice.saysStop && truth < 0.95 - 1e-9 ? 1 : 0;
        }
        EXPECT_GE(static_cast<double>(inside) / kRuns, 0.95 - 0.02) << missed;
        EXPECT_LE(static_cast<double>(wrongStops) / kRuns, 0.05 + 0.02) << missed;
    }
}

TEST(RecallFromSampleOfAll, comparesWithWhatTheSampleExpects)
{
    const RecallEstimate estimate = recallFromSampleOfAll({1000, 100, 10, 400, 80}, {}).value();
    EXPECT_NEAR(estimate.missed, 20, 1e-12);
    EXPECT_NEAR(*estimate.recall, 0.8, 1e-12);
    EXPECT_LE(estimate.recallInterval->low, 0.8);
    EXPECT_EQ(estimate.recallInterval->high, 1); // 80 in all is plausible too
    EXPECT_FALSE(estimate.advice.saysStop);
}

TEST(RecallFromSampleOfAll, expectsNoMoreThanIsLeftAndNoFewerThanWereFound)
{
    const RecallEstimate most = recallFromSampleOfAll({100, 10, 9, 95, 20}, {}).value();
    EXPECT_EQ(most.missed, 5);
    EXPECT_EQ(most.missedRange.high, 5);
    const RecallEstimate least = recallFromSampleOfAll({1000, 100, 1, 500, 300}, {}).value();
    EXPECT_EQ(least.missed, 0);
    EXPECT_TRUE(least.advice.saysStop);
    const RecallEstimate none = recallFromSampleOfAll({100, 0, 0, 0, 0}, {}).value();
    EXPECT_EQ(none.missedRange, (CountRange{0, 100}));
}

TEST(RecallFromSampleOfAll, refusesASampleThatWasNotScreened)
{
    EXPECT_FALSE(recallFromSampleOfAll({100, 20, 1, 10, 5}, {}));
    EXPECT_FALSE(recallFromSampleOfAll({100, 20, 6, 30, 5}, {}));
    EXPECT_FALSE(recallFromSampleOfAll({100, 20, 1, 101, 5}, {}));
    EXPECT_FALSE(recallFromSampleOfAll({100, 20, 1, 25, 9}, {})); // 8 relevant among 5
}

TEST(RecallFromSampleOfAll, keepsItsPromise)
{
    SplitMix64 random(7);
    int wrongStops = 0;
    int inside = 0;
    constexpr int kRuns = 500;
    for (int run = 0; run < kRuns; ++run) {
        // 40 of 500 are relevant; the ranking had found at most 25 of those that are not in the sample.
        const std::int64_t found = drawFrom(500, 40, 150, random);
        const std::int64_t others = std::min<std::int64_t>(40 - found, 25);
        const RecallEstimate estimate =
            recallFromSampleOfAll({500, 150, found, 300, found + others}, {}).value();
        const double truth = static_cast<double>(found + others) / 40;
        inside +=
            estimate.recallInterval->low <= truth + 1e-12 && truth <= estimate.recallInterval->high + 1e-12
                ? 1
                : 0;
        wrongStops += estimate.advice.saysStop && truth < 0.95 - 1e-9 ? 1 : 0;
    }
    EXPECT_GE(static_cast<double>(inside) / kRuns, 0.95 - 0.02);
    EXPECT_LE(static_cast<double>(wrongStops) / kRuns, 0.05 + 0.02);
}

TEST(RecallEstimate, explainsItself)
{
    const std::string tail = recallFromTailSample({1000, 200, 2, 90}, {}).value().advice.explanation;
    EXPECT_THAT(tail, HasSubstr("Of 200 records drawn from the 1000 that were left, 2 were relevant."));
    EXPECT_THAT(tail, HasSubstr("About 8 relevant records are expected among those not screened"));
    EXPECT_THAT(tail, HasSubstr("recall about 92 %"));
    EXPECT_THAT(tail, HasSubstr("does not reach the goal of 95 %: the rule says to go on."));
    EXPECT_THAT(tail, HasSubstr("drawn at random"));
    const std::string all = recallFromSampleOfAll({1000, 100, 10, 400, 80}, {}).value().advice.explanation;
    EXPECT_THAT(all, HasSubstr("Of 100 records drawn at random from all 1000, 10 were relevant"));
}

TEST(Wording, writesSharesAndProbabilities)
{
    EXPECT_EQ(percent(0.95), "95 %");
    EXPECT_EQ(percent(0.9384), "93.8 %");
    EXPECT_EQ(percent(0.99999), "99.9 %");
    EXPECT_EQ(percent(1), "100 %");
    EXPECT_EQ(percent(0), "0 %");
    EXPECT_EQ(probabilityInWords(0.0499), "0.0499");
    EXPECT_EQ(probabilityInWords(1 - 0.95), "0.05");
    EXPECT_EQ(probabilityInWords(1e-9), "below 0.001");
    EXPECT_EQ(probabilityInWords(1), "1");
    EXPECT_EQ(counted(1, "record"), "1 record");
    EXPECT_EQ(counted(0, "record"), "0 records");
    EXPECT_EQ(counted(2, "study", "studies"), "2 studies");
}

} // namespace

} // namespace winnow::screening
