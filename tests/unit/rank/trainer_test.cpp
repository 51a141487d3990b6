#include "rank/model.h"
#include "rank/simulation.h"
#include "rank/trainer.h"
#include "small_review.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <thread>

namespace winnow::rank::test {

namespace {

using ::testing::ElementsAre;

constexpr std::size_t kRecords = 400;

std::shared_ptr<const Features> ownFeatures()
{
    return featuresOf(smallReview(kRecords), allModels().front().terms);
}

std::vector<int> kilnLabels()
{
    std::vector<int> labels;
    for (std::size_t row = 0; row < kRecords; ++row) {
        labels.push_back(isAboutKilns(row) ? 1 : 0);
    }
    return labels;
}

std::vector<Row> rowsOf(const std::vector<Ranked> &ranked)
{
    std::vector<Row> rows;
    rows.reserve(ranked.size());
    for (const Ranked &one : ranked) {
        rows.push_back(one.row);
    }
    return rows;
}

std::vector<Row> simulatedOrder(const std::shared_ptr<const Features> &features)
{
    const std::vector<int> labels = kilnLabels();
    Simulation simulation(Trainer(features, allModels().front().ridge), labels);
    simulation.tell(1);
    simulation.tell(0);
    while (simulation.step()) {
    }
    return simulation.order();
}

} // namespace

TEST(Trainer, goesByRowsUntilBothKindsOfLabelAreThere)
{
    Trainer trainer(ownFeatures(), {});
    EXPECT_THAT(rowsOf(trainer.top(3)), ElementsAre(0, 1, 2));
    trainer.add(0, false);
    trainer.add(2, false);
    EXPECT_THAT(rowsOf(trainer.top(3)), ElementsAre(1, 3, 4));
    EXPECT_EQ(trainer.all().size(), kRecords - 2);
}

TEST(Trainer, findsTheSameFirstRecordsAsScoringAll)
{
    const std::vector<int> labels = kilnLabels();
    Trainer trainer(ownFeatures(), {});
    trainer.add(0, false);
    trainer.add(1, true);
    for (int step = 0; step < 300; ++step) {
        const std::vector<Ranked> all = trainer.all();
        const std::vector<Ranked> top = trainer.top(1 + static_cast<std::size_t>(step) % 7);
        for (std::size_t i = 0; i < top.size(); ++i) {
            ASSERT_EQ(top[i].row, all[i].row) << "step " << step << ", place " << i;
            ASSERT_EQ(top[i].score, all[i].score);
        }
        trainer.add(top.front().row, labels[top.front().row] == 1);
    }
}

TEST(Trainer, ranksEachRecordWithoutALabelOnce)
{
    Trainer trainer(ownFeatures(), {});
    trainer.add(0, false);
    trainer.add(1, true);
    std::vector<Row> rows = rowsOf(trainer.all());
    std::ranges::sort(rows);
    EXPECT_EQ(std::ranges::adjacent_find(rows), rows.end());
    EXPECT_EQ(rows.size(), kRecords - 2);
    EXPECT_EQ(rows.front(), 2U);
    EXPECT_EQ(trainer.top(kRecords * 2).size(), kRecords - 2);
}

TEST(Trainer, putsEqualRecordsInTheOrderOfTheirRows)
{
    std::vector<Text> texts(30, {"clay kiln", "firing clay"});
    texts[3] = texts[4] = {"indigo dye", "cotton fabric"};
    Trainer trainer(featuresOf(texts, {}), {});
    trainer.add(3, false);
    trainer.add(10, true);
    EXPECT_THAT(rowsOf(trainer.top(4)), ElementsAre(0, 1, 2, 5));
}

TEST(Trainer, keepsTheFirstLabelOfARecord)
{
    Trainer trainer(ownFeatures(), {});
    trainer.add(0, false);
    trainer.add(1, true);
    const auto before = rowsOf(trainer.all());
    trainer.add(1, false);
    EXPECT_EQ(rowsOf(trainer.all()), before);
}

TEST(Trainer, hasNothingToSayWhenAllAreLabelled)
{
    Trainer trainer(featuresOf(smallReview(3), {}), {});
    trainer.add(0, false);
    trainer.add(1, true);
    trainer.add(2, false);
    EXPECT_TRUE(trainer.top(1).empty());
    EXPECT_TRUE(trainer.all().empty());
}

TEST(Simulation, findsWhatIsRelevantSoon)
{
    const std::vector<Row> order = simulatedOrder(ownFeatures());
    const auto early = std::ranges::count_if(order.begin(), order.begin() + 80, isAboutKilns);
    EXPECT_GT(early, 70) << "79 of 400 are relevant; by chance 16 would be among 80";
    EXPECT_TRUE(isAboutKilns(order.back()));
}

TEST(Simulation, goesTheSameWayEachTimeAndOnAnyThread)
{
    const auto features = ownFeatures();
    const std::vector<Row> first = simulatedOrder(features);
    std::vector<Row> second;
    std::vector<Row> third;
    std::thread one([&] { second = simulatedOrder(features); });
    std::thread two([&] { third = simulatedOrder(ownFeatures()); });
    one.join();
    two.join();
    EXPECT_EQ(first, second);
    EXPECT_EQ(first, third);
}

TEST(Simulation, withoutPriorsReadsOnUntilBothKindsOfLabelAreKnown)
{
    const std::vector<int> labels = kilnLabels();
    Simulation simulation(Trainer(ownFeatures(), {}), labels);
    EXPECT_TRUE(simulation.step());
    EXPECT_TRUE(simulation.step());
    EXPECT_THAT(simulation.order(), ElementsAre(0, 1));
    EXPECT_EQ(simulation.records(), kRecords);
}

TEST(Simulation, endsWhenNothingRelevantIsLeft)
{
    const std::vector<int> labels(kRecords, 0);
    Simulation simulation(Trainer(ownFeatures(), {}), labels);
    EXPECT_FALSE(simulation.step());
    EXPECT_TRUE(simulation.order().empty());
}

TEST(Models, haveNamesOfTheirOwn)
{
    for (const Model &model : allModels()) {
        EXPECT_EQ(modelNamed(model.name)->about, model.about);
        EXPECT_FALSE(model.about.empty());
    }
    EXPECT_FALSE(modelNamed("no such model"));
}

} // namespace winnow::rank::test
