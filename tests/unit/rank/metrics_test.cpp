#include "rank/metrics.h"

#include <gtest/gtest.h>

namespace winnow::rank {

TEST(Metrics, areThoseWorkedOutByHand)
{
    // Ten records, relevant at 1, 2, 5 and 8.
    // Loss: best = 4 * (10 - 1.5) = 34; area = 10 + 9 + 6 + 3 = 28; (34 - 28) / (4 * 6) = 0.25.
    // Chance: linspace(0, 4, 10) = 0, 0.444, 0.889, 1.333, 1.778, 2.222, 2.667, 3.111, 3.556, 4, rounded
    // 0 0 1 1 2 2 3 3 4 4, so that k = 1, 2, 3, 4 come at 2, 4, 6, 8 (from 0); found at 0, 1, 4, 7.
    // WSS@95: the largest k with k/4 <= 0.95 is 3: (6 - 4) / 10. WSS@100: (8 - 7) / 10.
    // Cohen: K = ceil(3.8) = 4: (10 - 8) / 10 - 0.05.
    const std::vector<int> labels{1, 1, 0, 0, 1, 0, 0, 1};
    const auto metrics = metricsOf(labels, 10);
    ASSERT_TRUE(metrics);
    EXPECT_DOUBLE_EQ(metrics->loss, 0.25);
    EXPECT_DOUBLE_EQ(metrics->wss95, 0.2);
    EXPECT_DOUBLE_EQ(metrics->wss95Cohen, 0.15);
    EXPECT_DOUBLE_EQ(metrics->wss100, 0.1);
    EXPECT_DOUBLE_EQ(metrics->atd, 4);
    EXPECT_DOUBLE_EQ(metrics->recall10, 0.25);
}

TEST(Metrics, roundHalvesToTheEvenNumber)
{
    // linspace(0, 2, 5) = 0, 0.5, 1, 1.5, 2: the halves go to 0 and 2, so that chance has 0 0 1 2 2 and
    // k = 1, 2 at 2 and 3. Rounding up instead would give 1 and 3.
    const std::vector<int> labels{1, 1};
    const auto metrics = metricsOf(labels, 5);
    ASSERT_TRUE(metrics);
    EXPECT_DOUBLE_EQ(metrics->wss95, 2.0 / 5);
    EXPECT_DOUBLE_EQ(metrics->wss100, 2.0 / 5);
}

TEST(Metrics, ofTheBestAndTheWorstOrderAreTheEndsOfTheScale)
{
    const std::vector<int> best{1, 1, 1};
    EXPECT_DOUBLE_EQ(metricsOf(best, 8)->loss, 0);
    const std::vector<int> worst{0, 0, 0, 0, 0, 1, 1, 1};
    EXPECT_DOUBLE_EQ(metricsOf(worst, 8)->loss, 1);
}

TEST(Metrics, countWhatIsFoundAtExactlyOneTenth)
{
    std::vector<int> labels(10);
    labels[1] = labels[2] = 1;
    EXPECT_DOUBLE_EQ(metricsOf(labels, 20)->recall10, 0.5);
    EXPECT_DOUBLE_EQ(metricsOf(labels, 19)->recall10, 0);
}

TEST(Metrics, ofNoRelevantRecordAreNone)
{
    EXPECT_FALSE(metricsOf({}, 10));
    const std::vector<int> labels{0, 0};
    EXPECT_FALSE(metricsOf(labels, 10));
}

TEST(Metrics, ofRelevantRecordsOnlyHaveNoLoss)
{
    const std::vector<int> labels{1, 1};
    EXPECT_DOUBLE_EQ(metricsOf(labels, 2)->loss, 0);
    const std::vector<int> one{1};
    EXPECT_DOUBLE_EQ(metricsOf(one, 1)->loss, 0);
}

} // namespace winnow::rank
