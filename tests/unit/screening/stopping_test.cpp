#include "screening/buscar.h"
#include "screening/hypergeometric.h"
#include "screening/random.h"
#include "screening/recall_estimate.h"
#include "screening/stopping.h"
#include "screening/wording.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace winnow::screening {

namespace {

using testing::HasSubstr;
using testing::Not;

/// `first` relevant records, then irrelevant ones.
ScreenedOrder relevantFirst(std::size_t first, std::size_t then)
{
    ScreenedOrder order(first, true);
    order.insert(order.end(), then, false);
    return order;
}

ScreenedOrder atRandom(std::size_t relevant, std::size_t total, std::uint64_t seed)
{
    ScreenedOrder order = relevantFirst(relevant, total - relevant);
    SplitMix64 random(seed);
    for (std::size_t left = total; left > 1; --left) {
        const std::size_t drawn = random.below(left);
        const bool kept = order[left - 1];
        order[left - 1] = order[drawn];
        order[drawn] = kept;
    }
    return order;
}

/// A ranking with skill: each next record is relevant with odds `skill` times those of chance.
ScreenedOrder ranked(std::size_t relevant, std::size_t total, double skill, std::uint64_t seed)
{
    SplitMix64 random(seed);
    ScreenedOrder order;
    auto left = static_cast<double>(relevant);
    auto others = static_cast<double>(total - relevant);
    while (order.size() < total) {
        const double drawn = static_cast<double>(random.next() >> 11) * 0x1p-53;
        const bool isRelevant = drawn < skill * left / (skill * left + others);
        order.push_back(isRelevant);
        (isRelevant ? left : others) -= 1;
    }
    return order;
}

/// The test as its paper words it: every sample, each sum term by term.
double buscarByHand(const ScreenedOrder &order, std::size_t total, double recall)
{
    const auto found = static_cast<std::int64_t>(std::count(order.begin(), order.end(), true));
    const auto missed =
        static_cast<std::int64_t>(std::floor(static_cast<double>(found) / recall + 1e-9)) + 1 - found;
    if (missed > static_cast<std::int64_t>(total - order.size())) {
        return 0;
    }
    double smallest = 1;
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto inSample =
            std::count(order.begin() + static_cast<std::ptrdiff_t>(place), order.end(), true);
        double p = 0;
        for (std::int64_t x = 0; x <= inSample; ++x) {
            p += probabilityOf(x,
                               {static_cast<std::int64_t>(total - place),
                                inSample + missed,
                                static_cast<std::int64_t>(order.size() - place)});
        }
        smallest = std::min(smallest, p);
    }
    return smallest;
}

TEST(IrrelevantRun, countsSinceTheLastRelevantRecord)
{
    const ScreenedOrder order{false, true, false, true, false, false, false};
    const IrrelevantRun run = irrelevantRun(order, 4).value();
    EXPECT_EQ(run.run, 3U);
    EXPECT_EQ(run.relevantFound, 2U);
    EXPECT_FALSE(run.advice.saysStop);
    EXPECT_TRUE(irrelevantRun(order, 3).value().advice.saysStop);
    EXPECT_EQ(irrelevantRun(ScreenedOrder(5, false), 9).value().run, 5U);
    EXPECT_EQ(irrelevantRun(ScreenedOrder(5, true), 9).value().run, 0U);
    EXPECT_FALSE(irrelevantRun({}, 1).value().advice.saysStop);
    EXPECT_FALSE(irrelevantRun(order, 0));
}

TEST(IrrelevantRun, saysInWordsThatItPromisesNothing)
{
    const std::string words = irrelevantRun(relevantFirst(5, 50), 50).value().advice.explanation;
    EXPECT_THAT(words, HasSubstr("Of the last 50 records none was relevant."));
    EXPECT_THAT(words, HasSubstr("promises nothing about recall"));
    EXPECT_THAT(irrelevantRun(relevantFirst(0, 50), 50).value().advice.explanation,
                HasSubstr("No relevant record was found at all"));
    EXPECT_THAT(irrelevantRun({true}, 50).value().advice.explanation,
                HasSubstr("The last record was relevant."));
}

/// The example of the authors: 20 relevant, then 70 others, of 100, and a recall of 0.9: p = 0.001460565.
TEST(Buscar, isThatOfItsAuthors)
{
    const Buscar test = buscar(relevantFirst(20, 70), 100, {0.9, 0.95}).value();
    EXPECT_NEAR(test.p, 0.00146056475170399, 1e-14);
    EXPECT_EQ(test.sampleSize, 70U);
    EXPECT_EQ(test.sampleRelevant, 0U);
    EXPECT_EQ(test.leastMissed, 3);
    EXPECT_TRUE(test.advice.saysStop);
}

TEST(Buscar, equalsTheTestByHand)
{
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        const std::size_t total = 40 + seed % 60;
        ScreenedOrder order = ranked(seed % 13, total, 1 + static_cast<double>(seed % 9), seed);
        order.resize(total * (1 + seed % 7) / 7);
        for (const double recall : {0.5, 0.8, 0.95, 1.0}) {
            EXPECT_NEAR(
                buscar(order, total, {recall, 0.95}).value().p, buscarByHand(order, total, recall), 1e-10)
                << seed << ' ' << recall;
        }
    }
}

TEST(Buscar, countsSharesThatAreNotExact)
{
    // 57 of 60 are a recall of 0.95, so the goal is missed from 61 on.
    EXPECT_EQ(buscar(relevantFirst(57, 40), 200, {}).value().leastMissed, 4);
    EXPECT_EQ(buscar(relevantFirst(19, 40), 200, {}).value().leastMissed, 2);
    EXPECT_EQ(buscar(relevantFirst(9, 40), 200, {0.9, 0.95}).value().leastMissed, 2);
    EXPECT_EQ(buscar(relevantFirst(7, 40), 200, {1, 0.95}).value().leastMissed, 1);
}

TEST(Buscar, neverFallsWithARelevantRecord)
{
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        ScreenedOrder order = ranked(15, 120, 3, seed);
        order.resize(60 + seed);
        ScreenedOrder longer = order;
        longer.push_back(true);
        EXPECT_GE(buscar(longer, 300, {}).value().p, buscar(order, 300, {}).value().p - 1e-12);
    }
}

TEST(Buscar, fallsWithEveryIrrelevantRecord)
{
    double before = 1;
    for (std::size_t irrelevant = 1; irrelevant <= 480; ++irrelevant) {
        const double p = buscar(relevantFirst(20, irrelevant), 500, {}).value().p;
        EXPECT_LE(p, before + 1e-15);
        before = p;
    }
    EXPECT_EQ(before, 0); // all were screened
}

TEST(Buscar, risesWithTheRecallToReach)
{
    const ScreenedOrder order = relevantFirst(40, 300);
    double before = 0;
    for (const double recall : {0.5, 0.7, 0.9, 0.95, 0.99, 1.0}) {
        const double p = buscar(order, 600, {recall, 0.95}).value().p;
        EXPECT_GE(p, before);
        before = p;
    }
}

TEST(Buscar, saysStopWhereNothingCanBeMissed)
{
    EXPECT_TRUE(buscar(relevantFirst(3, 7), 10, {}).value().advice.saysStop);
    EXPECT_TRUE(buscar({}, 0, {}).value().advice.saysStop);
    EXPECT_FALSE(buscar({}, 10, {}).value().advice.saysStop);
    EXPECT_EQ(buscar({}, 10, {}).value().p, 1);
    // 100 found: one that is missed leaves recall above 0.95.
    EXPECT_TRUE(buscar(relevantFirst(100, 0), 101, {}).value().advice.saysStop);
}

TEST(Buscar, refusesWhatMakesNoSense)
{
    EXPECT_FALSE(buscar(relevantFirst(1, 1), 1, {}));
    for (const RecallGoal goal : {RecallGoal{0, 0.95},
                                  RecallGoal{1.1, 0.95},
                                  RecallGoal{0.95, 0},
                                  RecallGoal{0.95, 1},
                                  RecallGoal{std::nan(""), 0.95},
                                  RecallGoal{0.95, std::nan("")}}) {
        EXPECT_FALSE(buscar({}, 10, goal));
        EXPECT_FALSE(recallFromTailSample({10, 1, 0, 1}, goal));
        EXPECT_FALSE(tailSampleNeeded(10, 1, goal));
    }
    EXPECT_FALSE(buscarOfRandomSample(relevantFirst(1, 1), 3, 10, {}));
}

TEST(Buscar, explainsItself)
{
    const std::string stop = buscar(relevantFirst(20, 70), 100, {0.9, 0.95}).value().advice.explanation;
    EXPECT_THAT(stop,
                HasSubstr("there would be at least 3 relevant records among the 10 records not screened"));
    EXPECT_THAT(stop, HasSubstr("Of the last 70 records screened, none were relevant"));
    EXPECT_THAT(stop, HasSubstr("0.00146"));
    EXPECT_THAT(stop, HasSubstr("recall is at least 90 % with 95 % confidence"));
    EXPECT_THAT(stop, HasSubstr("no worse than chance"));
    const std::string goOn = buscar(relevantFirst(20, 5), 100, {}).value().advice.explanation;
    EXPECT_THAT(goOn, HasSubstr("says to go on"));
    EXPECT_THAT(goOn, Not(HasSubstr("says to stop")));
}

/// Missed goals among `runs` searches at random order, each ended by `stops`.
template <class Stops>
double shareMissed(std::size_t relevant, std::size_t total, int runs, Stops stops)
{
    int missed = 0;
    for (int run = 0; run < runs; ++run) {
        const ScreenedOrder all =
            atRandom(relevant, total, static_cast<std::uint64_t>(run) * 104729 + relevant);
        const std::size_t screened = stops(all);
        const auto found = std::count(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(screened), true);
        missed += static_cast<double>(found) < 0.95 * static_cast<double>(relevant) - 1e-9 ? 1 : 0;
    }
    return static_cast<double>(missed) / runs;
}

/// One look after a random sample: the promise holds exactly.
TEST(Buscar, ofARandomSampleKeepsItsPromise)
{
    for (const std::size_t relevant : {3U, 20U, 60U}) {
        for (const std::size_t drawn : {200U, 330U, 380U}) {
            const double missed = shareMissed(relevant, 400, 600, [&](const ScreenedOrder &all) {
                const ScreenedOrder seen(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(drawn));
                return buscarOfRandomSample(seen, 0, 400, {}).value().advice.saysStop ? drawn : all.size();
            });
            EXPECT_LE(missed, 0.05 + 0.02) << relevant << ' ' << drawn;
        }
    }
}

/// The share of searches that the test, made after every record, ends before the goal.
double missedBySequentialBuscar(std::size_t relevant, double skill)
{
    int missed = 0;
    constexpr int kRuns = 200;
    constexpr std::size_t kTotal = 120;
    for (int run = 0; run < kRuns; ++run) {
        const ScreenedOrder all = ranked(relevant, kTotal, skill, static_cast<std::uint64_t>(run) * 104729);
        ScreenedOrder seen;
        std::size_t found = 0;
        for (const bool isRelevant : all) {
            seen.push_back(isRelevant);
            found += isRelevant ? 1 : 0;
            if (!isRelevant && buscar(seen, kTotal, {}).value().advice.saysStop) {
                break; // a relevant record never makes p smaller
            }
        }
        missed += static_cast<double>(found) < 0.95 * static_cast<double>(relevant) - 1e-9 ? 1 : 0;
    }
    return static_cast<double>(missed) / kRuns;
}

TEST(Buscar, keepsItsPromiseWithARankingBetterThanChance)
{
    for (const std::size_t relevant : {3U, 30U, 60U}) {
        EXPECT_LE(missedBySequentialBuscar(relevant, 1.5), 0.05) << relevant;
        EXPECT_LE(missedBySequentialBuscar(relevant, 4), 0.05) << relevant;
    }
}

/// At random order the many looks cost something: its header says up to 8 of 100 instead of 5.
TEST(Buscar, missesLittleMoreAtRandomOrder)
{
    for (const std::size_t relevant : {3U, 30U, 60U}) {
        EXPECT_LE(missedBySequentialBuscar(relevant, 1), 0.08 + 0.03) << relevant;
    }
}

TEST(Buscar, saysStopInALargeReview)
{
    ScreenedOrder order = ranked(20000, 200000, 30, 5);
    order.resize(100000);
    EXPECT_TRUE(buscar(order, 200000, {}).value().advice.saysStop);
}

} // namespace

} // namespace winnow::screening
