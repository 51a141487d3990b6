#include "fake_timing.h"
#include "net/rate_advice.h"

#include <gtest/gtest.h>

namespace winnow::net {
namespace {

using namespace std::chrono_literals;

constexpr auto kNow = FakeTiming::kStart;

std::string epoch(std::chrono::seconds fromNow)
{
    return std::to_string(
        std::chrono::duration_cast<std::chrono::seconds>((kNow + fromNow).time_since_epoch()).count());
}

RateAdvice advice(int status, std::vector<Header> headers)
{
    return rateAdvice({status, std::move(headers), {}}, kNow);
}

TEST(RetryAfter, isReadInSeconds)
{
    EXPECT_EQ(retryAfter("120", kNow), 120s);
    EXPECT_EQ(retryAfter("0", kNow), 0s);
    EXPECT_EQ(retryAfter(" 7 ", kNow), 7s);
}

TEST(RetryAfter, isReadAsADateInAllThreeFormsOfHttp)
{
    EXPECT_EQ(retryAfter("Tue, 24 Nov 2026 08:31:44 GMT", kNow), 30s);
    EXPECT_EQ(retryAfter("Tuesday, 24-Nov-26 08:31:44 GMT", kNow), 30s);
    EXPECT_EQ(retryAfter("Tue Nov 24 08:31:44 2026", kNow), 30s);
}

TEST(RetryAfter, isOverWhenTheDateIsPast)
{
    EXPECT_EQ(retryAfter("Tue, 24 Nov 2026 08:00:00 GMT", kNow), 0s);
}

TEST(RetryAfter, isNothingWhenItMakesNoSense)
{
    for (const char *const text : {"", "  ", "soon", "-5", "1.5s", "Tue, 99 Nov"}) {
        EXPECT_FALSE(retryAfter(text, kNow)) << text;
    }
}

TEST(RetryAfter, isAYearAtMost)
{
    EXPECT_EQ(retryAfter("99999999999999999999999", kNow), 24h * 366);
}

TEST(RateAdvice, isEmptyForReplyThatSaysNothing)
{
    const auto found = advice(200, {{"Content-Type", "application/json"}});
    EXPECT_FALSE(found.wait || found.perSecond || found.atOnce);
}

TEST(RateAdvice, takesRetryAfterFromRepliesThatRefuse)
{
    EXPECT_EQ(advice(429, {{"Retry-After", "3"}}).wait, 3s);
    EXPECT_EQ(advice(503, {{"Retry-After", "3"}}).wait, 3s);
    EXPECT_FALSE(advice(200, {{"Retry-After", "3"}}).wait);
}

TEST(RateAdvice, waitsForTheResetWhenNothingIsLeft)
{
    EXPECT_EQ(advice(200, {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", epoch(20s)}}).wait, 20s);
    EXPECT_EQ(advice(200, {{"ratelimit-remaining", "0"}, {"ratelimit-reset", "20"}}).wait, 20s);
    EXPECT_EQ(advice(200, {{"X-Rate-Limit-Remaining", "0"}, {"X-Rate-Limit-Reset", epoch(20s) + "000"}}).wait,
              20s);
    EXPECT_EQ(
        advice(200, {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "Tue, 24 Nov 2026 08:31:34 GMT"}})
            .wait,
        20s);
}

TEST(RateAdvice, doesNotWaitWhileSomethingIsLeft)
{
    EXPECT_FALSE(advice(200, {{"X-RateLimit-Remaining", "19999"}, {"X-RateLimit-Reset", epoch(20s)}}).wait);
    EXPECT_FALSE(advice(429, {{"X-RateLimit-Remaining", "19999"}, {"X-RateLimit-Reset", epoch(20s)}}).wait);
}

TEST(RateAdvice, takesTheResetOfAQuotaThatScopusRefuses)
{
    EXPECT_EQ(advice(429, {{"X-ELS-Status", "QUOTA_EXCEEDED"}, {"X-RateLimit-Reset", epoch(24h * 6)}}).wait,
              24h * 6);
}

TEST(RateAdvice, takesTheLongerOfTwoWaits)
{
    EXPECT_EQ(
        advice(429, {{"Retry-After", "2"}, {"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", epoch(1h)}})
            .wait,
        1h);
}

TEST(RateAdvice, readsThePaceOfCrossref)
{
    const auto found = advice(
        200, {{"x-rate-limit-limit", "10"}, {"x-rate-limit-interval", "1s"}, {"x-concurrency-limit", "3"}});
    EXPECT_EQ(found.perSecond, 10);
    EXPECT_EQ(found.atOnce, 3);
    EXPECT_EQ(advice(200, {{"x-rate-limit-limit", "30"}, {"x-rate-limit-interval", "1m"}}).perSecond, 0.5);
}

TEST(RateAdvice, ignoresPacesThatMakeNoSense)
{
    EXPECT_FALSE(advice(200, {{"x-rate-limit-limit", "0"}, {"x-rate-limit-interval", "1s"}}).perSecond);
    EXPECT_FALSE(advice(200, {{"x-rate-limit-limit", "10"}, {"x-rate-limit-interval", "0s"}}).perSecond);
    EXPECT_FALSE(advice(200, {{"x-rate-limit-limit", "10"}, {"x-rate-limit-interval", "s"}}).perSecond);
    EXPECT_FALSE(advice(200, {{"x-rate-limit-limit", "10"}}).perSecond);
    EXPECT_FALSE(advice(200, {{"x-concurrency-limit", "-1"}}).atOnce);
    EXPECT_FALSE(advice(200, {{"X-RateLimit-Limit", "20000"}}).perSecond); // of a week, at Scopus
}

} // namespace
} // namespace winnow::net
