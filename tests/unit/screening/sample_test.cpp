#include "screening/random.h"
#include "screening/sample.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace winnow::screening {

namespace {

std::vector<std::string> keysUpTo(std::size_t count)
{
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < count; ++i) {
        keys.push_back("record-" + std::to_string(i));
    }
    return keys;
}

/// How many of the places each reviewer was given as `turn`-th.
std::vector<double>
given(const std::vector<std::vector<std::size_t>> &allocation, std::size_t reviewers, std::size_t turn)
{
    std::vector<double> counts(reviewers);
    for (const std::vector<std::size_t> &ofRecord : allocation) {
        if (turn < ofRecord.size()) {
            ++counts.at(ofRecord[turn]);
        }
    }
    return counts;
}

/// The first numbers of the author's program with the seed 1234567.
TEST(SplitMix64, isThePublishedGenerator)
{
    SplitMix64 random(1234567);
    EXPECT_EQ(random.next(), 6457827717110365317U);
    EXPECT_EQ(random.next(), 3203168211198807973U);
    EXPECT_EQ(random.next(), 9817491932198370423U);
}

TEST(SplitMix64, drawsEvenlyBelowABound)
{
    SplitMix64 random(5);
    std::map<std::uint64_t, int> counts;
    for (int draw = 0; draw < 70000; ++draw) {
        ++counts[random.below(7)];
    }
    ASSERT_EQ(counts.size(), 7U);
    for (const auto &[number, count] : counts) {
        EXPECT_NEAR(count, 10000, 400) << number;
    }
    EXPECT_EQ(random.below(1), 0U);
    const std::uint64_t huge = (std::uint64_t{1} << 63) + 1;
    EXPECT_LT(random.below(huge), huge);
}

TEST(Fnv1a, isThePublishedHash)
{
    EXPECT_EQ(fnv1a(""), 0xcbf29ce484222325U);
    EXPECT_EQ(fnv1a("a"), 0xaf63dc4c8601ec8cU);
    EXPECT_EQ(fnv1a("foobar"), 0x85944171f73967e8U);
}

/// Fixed for good: a pilot round that was drawn with a seed must be drawn again with it in ten years.
TEST(RandomSample, isTheSameOnEveryMachine)
{
    EXPECT_EQ(randomSample(keysUpTo(1000), 5, 42), (std::vector<std::size_t>{44, 880, 994, 224, 475}));
    EXPECT_EQ(seededHash(42, "record-0"), 2694638566319734415U);
}

TEST(RandomSample, holdsNoRecordTwiceAndNoMoreThanThereAre)
{
    const std::vector<std::size_t> sample = randomSample(keysUpTo(100), 30, 1);
    EXPECT_EQ(std::set<std::size_t>(sample.begin(), sample.end()).size(), 30U);
    EXPECT_EQ(randomSample(keysUpTo(10), 99, 1).size(), 10U);
    EXPECT_TRUE(randomSample({}, 5, 1).empty());
}

TEST(RandomSample, holdsTheSmallerOneOfTheSameSeed)
{
    const std::vector<std::string> keys = keysUpTo(500);
    const std::vector<std::size_t> small = randomSample(keys, 20, 9);
    const std::vector<std::size_t> large = randomSample(keys, 80, 9);
    EXPECT_TRUE(std::equal(small.begin(), small.end(), large.begin()));
    EXPECT_NE(randomSample(keys, 20, 10), small);
}

TEST(RandomOrder, keepsTheOrderOfEarlierRecordsAsOthersComeIn)
{
    std::vector<std::size_t> later = randomOrder(keysUpTo(900), 3);
    std::erase_if(later, [](std::size_t place) { return place >= 300; });
    EXPECT_EQ(later, randomOrder(keysUpTo(300), 3));
}

TEST(RandomOrder, doesNotDependOnTheOrderGiven)
{
    const std::vector<std::string> keys = keysUpTo(200);
    const std::vector<std::string> reversed(keys.rbegin(), keys.rend());
    std::vector<std::size_t> places = randomOrder(reversed, 3);
    for (std::size_t &place : places) {
        place = keys.size() - 1 - place;
    }
    EXPECT_EQ(places, randomOrder(keys, 3));
}

/// Each of 20 records should be in 1 of 4 samples, over 4000 seeds, and each pair in 1 of 19.
TEST(RandomSample, drawsEachRecordAndEachPairAlikeOften)
{
    const std::vector<std::string> keys = keysUpTo(20);
    std::vector<int> counts(20);
    int together = 0;
    constexpr int kSeeds = 4000;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        const std::vector<std::size_t> sample = randomSample(keys, 5, seed);
        for (const std::size_t place : sample) {
            ++counts[place];
        }
        together += std::ranges::count(sample, 3) + std::ranges::count(sample, 4) == 2 ? 1 : 0;
    }
    for (const int count : counts) {
        EXPECT_NEAR(count, kSeeds / 4.0, 110);
    }
    EXPECT_NEAR(together, kSeeds * 20 / 380.0, 60);
}

TEST(IsInShare, choosesTheShareAndKeepsToIt)
{
    const std::vector<std::string> keys = keysUpTo(10000);
    const auto inShare = [&](double share) {
        return std::ranges::count_if(keys, [&](const std::string &key) { return isInShare(key, share, 8); });
    };
    EXPECT_NEAR(static_cast<double>(inShare(0.2)), 2000, 160);
    EXPECT_EQ(inShare(0), 0);
    EXPECT_EQ(inShare(1), 10000);
    for (const std::string &key : keys) {
        EXPECT_TRUE(!isInShare(key, 0.2, 8) || isInShare(key, 0.3, 8));
    }
}

TEST(Allocate, givesEachRecordToOneReviewerInEvenShares)
{
    const std::vector<ReviewerShare> reviewers{{"ada", 1}, {"bob", 1}, {"eve", 1}};
    const auto allocation = allocate(keysUpTo(9000), reviewers, {7, 1, 0});
    EXPECT_TRUE(std::ranges::all_of(allocation, [](const auto &ofRecord) { return ofRecord.size() == 1; }));
    for (const double count : given(allocation, 3, 0)) {
        EXPECT_NEAR(count, 3000, 180);
    }
}

TEST(Allocate, followsTheWeights)
{
    const std::vector<ReviewerShare> reviewers{{"ada", 50}, {"bob", 30}, {"eve", 20}, {"zoe", 0}};
    const std::vector<double> counts = given(allocate(keysUpTo(10000), reviewers, {7, 1, 0}), 4, 0);
    EXPECT_NEAR(counts[0], 5000, 200);
    EXPECT_NEAR(counts[1], 3000, 185);
    EXPECT_NEAR(counts[2], 2000, 160);
    EXPECT_EQ(counts[3], 0);
}

TEST(Allocate, givesTwoReviewersWhoDiffer)
{
    const std::vector<ReviewerShare> reviewers{{"ada", 1}, {"bob", 1}, {"eve", 1}};
    const auto allocation = allocate(keysUpTo(9000), reviewers, {7, 2, 0});
    std::map<std::pair<std::size_t, std::size_t>, int> pairs;
    for (const std::vector<std::size_t> &ofRecord : allocation) {
        ASSERT_EQ(ofRecord.size(), 2U);
        ASSERT_NE(ofRecord[0], ofRecord[1]);
        ++pairs[{ofRecord[0], ofRecord[1]}];
    }
    ASSERT_EQ(pairs.size(), 6U); // every pair, either first
    for (const auto &[pair, count] : pairs) {
        EXPECT_NEAR(count, 1500, 145);
    }
}

TEST(Allocate, givesASecondReviewerToAShareWhoeverIsFirst)
{
    const std::vector<ReviewerShare> reviewers{{"ada", 1}, {"bob", 1}};
    const auto allocation = allocate(keysUpTo(8000), reviewers, {11, 1, 0.25});
    std::vector<double> twice(2);
    for (const std::vector<std::size_t> &ofRecord : allocation) {
        if (ofRecord.size() == 2) {
            ++twice[ofRecord[0]];
        }
    }
    EXPECT_NEAR(twice[0], 1000, 120);
    EXPECT_NEAR(twice[1], 1000, 120);
}

TEST(Allocate, neverTakesARecordAwayAsOthersComeIn)
{
    const std::vector<ReviewerShare> reviewers{{"ada", 2}, {"bob", 1}, {"eve", 1}};
    const AllocationRule rule{5, 1, 0.3};
    const auto before = allocate(keysUpTo(700), reviewers, rule);
    auto after = allocate(keysUpTo(2000), reviewers, rule);
    after.resize(before.size());
    EXPECT_EQ(before, after);
}

TEST(Allocate, movesOnlyWhatAReviewerWhoJoinsIsGiven)
{
    const std::vector<std::string> keys = keysUpTo(3000);
    std::vector<ReviewerShare> reviewers{{"ada", 1}, {"bob", 1}};
    const auto before = allocate(keys, reviewers, {5, 1, 0});
    reviewers.push_back({"eve", 1});
    const auto after = allocate(keys, reviewers, {5, 1, 0});
    for (std::size_t record = 0; record < keys.size(); ++record) {
        EXPECT_TRUE(after[record] == before[record] || after[record][0] == 2);
    }
    EXPECT_NEAR(given(after, 3, 0)[2], 1000, 120);
}

TEST(Allocate, doesWithTheReviewersThereAre)
{
    const std::vector<std::string> keys = keysUpTo(3);
    const auto ofOne = allocate(keys, std::vector<ReviewerShare>{{"ada", 1}}, {1, 2, 1});
    EXPECT_EQ(ofOne, (std::vector<std::vector<std::size_t>>{{0}, {0}, {0}}));
    const auto ofNone = allocate(keys, std::vector<ReviewerShare>{{"ada", 0}}, {1, 2, 1});
    EXPECT_EQ(ofNone, (std::vector<std::vector<std::size_t>>(3)));
    const std::vector<ReviewerShare> greedy{{"ada", 4000000000U}, {"bob", 1000}};
    EXPECT_EQ(allocate(keys, greedy, {1, 2, 0})[0].size(), 2U);
}

} // namespace

} // namespace winnow::screening
