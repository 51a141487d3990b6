#include "net/backoff.h"

#include <gtest/gtest.h>

#include <set>

namespace winnow::net {
namespace {

using namespace std::chrono_literals;

TEST(Backoff, doublesWithAtMostHalfTakenOffByChance)
{
    Backoff backoff(1s, 30s, 7);
    for (int round = 0; round < 200; ++round) {
        auto whole = 1000ms;
        for (int tried = 1; tried <= 4; ++tried, whole *= 2) {
            const auto wait = backoff.afterTry(tried);
            EXPECT_GE(wait, whole / 2);
            EXPECT_LE(wait, whole);
        }
    }
}

TEST(Backoff, neverExceedsTheMostHoweverOftenItWasTried)
{
    Backoff backoff(1s, 30s, 7);
    for (const int tried : {6, 20, 100, 1'000'000}) {
        EXPECT_GE(backoff.afterTry(tried), 15s);
        EXPECT_LE(backoff.afterTry(tried), 30s);
    }
}

TEST(Backoff, spreadsThoseWhoFailedTogether)
{
    std::set<std::chrono::milliseconds> waits;
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        waits.insert(Backoff(10s, 30s, seed).afterTry(1));
    }
    EXPECT_GT(waits.size(), 40U);
}

TEST(Backoff, repeatsItselfWithTheSameSeed)
{
    EXPECT_EQ(Backoff(10s, 30s, 5).afterTry(2), Backoff(10s, 30s, 5).afterTry(2));
}

TEST(Backoff, copesWithNoWaitAtAll)
{
    EXPECT_EQ(Backoff(0ms, 0ms, 1).afterTry(3), 0ms);
}

} // namespace
} // namespace winnow::net
