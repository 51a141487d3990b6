#include "net/rate_limiter.h"

#include <gtest/gtest.h>

namespace winnow::net {
namespace {

using namespace std::chrono_literals;

class RateLimiterTest : public testing::Test
{
protected:
    /// Takes a place as soon as there is one and gives it back at once; the time that this took.
    RateLimiter::Span pass(const std::string &host)
    {
        const auto start = now;
        for (auto wait = limiter.take(host, now); wait > 0s; wait = limiter.take(host, now)) {
            now += wait;
        }
        limiter.release(host);
        return now - start;
    }

    RateLimiter limiter;
    RateLimiter::Time now{1h};
};

TEST_F(RateLimiterTest, spacesRequestsEvenly)
{
    limiter.setPace("scopus", {9, 1});
    const auto start = now;
    for (int i = 0; i < 91; ++i) {
        pass("scopus");
    }
    EXPECT_GE(now - start, 10s);
    EXPECT_LE(now - start, 10s + 1ms);
}

TEST_F(RateLimiterTest, allowsNoBurstAfterAPause)
{
    limiter.setPace("arxiv", {1.0 / 3, 1});
    EXPECT_EQ(pass("arxiv"), 0s);
    now += 1h;
    EXPECT_EQ(pass("arxiv"), 0s);
    EXPECT_GE(pass("arxiv"), 3s);
}

TEST_F(RateLimiterTest, isPoliteToHostsItKnowsNothingOf)
{
    EXPECT_EQ(pass("anybody"), 0s);
    EXPECT_EQ(pass("anybody"), 1s);
}

TEST_F(RateLimiterTest, keepsHostsApart)
{
    EXPECT_EQ(pass("a"), 0s);
    EXPECT_EQ(pass("b"), 0s);
    EXPECT_EQ(pass("a"), 1s);
}

TEST_F(RateLimiterTest, letsOnlySoManyInAtOnce)
{
    limiter.setPace("host", {1000, 2});
    EXPECT_EQ(limiter.take("host", now), 0s);
    now += 1s;
    EXPECT_EQ(limiter.take("host", now), 0s);
    now += 1s;
    EXPECT_GT(limiter.take("host", now), 0s);
    limiter.release("host");
    EXPECT_EQ(limiter.take("host", now), 0s);
}

TEST_F(RateLimiterTest, waitsAsLongAsTheHostIsHeld)
{
    limiter.hold("host", now + 5s);
    limiter.hold("host", now + 2s);
    EXPECT_EQ(limiter.take("host", now), 5s);
    EXPECT_EQ(pass("host"), 5s);
}

TEST_F(RateLimiterTest, slowsDownToWhatTheHostSays)
{
    limiter.setPace("crossref", {50, 10});
    limiter.slowTo("crossref", 10, 1);
    pass("crossref");
    EXPECT_EQ(pass("crossref"), 100ms);
    now += 1s;
    EXPECT_EQ(limiter.take("crossref", now), 0s);
    now += 1s;
    EXPECT_GT(limiter.take("crossref", now), 0s);
}

TEST_F(RateLimiterTest, neverGoesFasterThanTheRulesWhateverTheHostSays)
{
    limiter.setPace("host", {2, 1});
    limiter.slowTo("host", 1000, 50);
    pass("host");
    EXPECT_EQ(pass("host"), 500ms);
}

TEST_F(RateLimiterTest, goesFasterAgainWhenTheHostAllowsIt)
{
    limiter.setPace("host", {10, 1});
    limiter.slowTo("host", 1, {});
    limiter.slowTo("host", 5, {});
    pass("host");
    EXPECT_EQ(pass("host"), 200ms);
}

TEST_F(RateLimiterTest, isNotStoppedForGoodByAnAbsurdPace)
{
    limiter.slowTo("host", 1e-12, 0);
    pass("host");
    EXPECT_EQ(pass("host"), 60s);
}

} // namespace
} // namespace winnow::net
