#include "session_fixture.h"

namespace winnow::net {
namespace {

using namespace std::chrono_literals;
using replay::Answer;

TEST_F(SessionTest, asksAgainAfterThrottling)
{
    server.answer("/", {Answer{.status = 429}, Answer{.status = 429}, Answer{.body = "at last"}});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "at last");
    EXPECT_EQ(server.asked().size(), 3U);
    EXPECT_GE(timing.waited(), 1500ms); // the halves of 1 s and 2 s at least
    EXPECT_LE(timing.waited(), 3050ms);
}

TEST_F(SessionTest, asksAgainAfterErrorsOfTheServer)
{
    for (const int status : {500, 502, 503, 504, 520}) {
        server.answer("/", {Answer{.status = status}, Answer()});
        const auto reply = get("/");
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, 200) << status;
    }
}

TEST_F(SessionTest, doesNotRepeatWhatTheServerCannotDo)
{
    server.answer("/", Answer{.status = 501});
    EXPECT_EQ(get("/")->status, 501);
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(SessionTest, returnsTheLastRefusalAfterABoundedNumberOfTries)
{
    server.answer("/", Answer{.status = 429, .headers = {{"X-ELS-Status", "QUOTA_EXCEEDED"}}});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 429);
    EXPECT_EQ(reply->header("X-ELS-Status"), "QUOTA_EXCEEDED");
    EXPECT_EQ(server.asked().size(), 4U);
}

TEST_F(SessionTest, waitsAsLongAsTheServerAsks)
{
    server.answer("/", {Answer{.status = 429, .headers = {{"Retry-After", "17"}}}, Answer()});
    ASSERT_TRUE(get("/"));
    EXPECT_GE(timing.waited(), 17s);
    EXPECT_LE(timing.waited(), 17100ms);
}

TEST_F(SessionTest, waitsUntilTheDateThatTheServerNames)
{
    server.answer(
        "/",
        {Answer{.status = 503, .headers = {{"Retry-After", "Tue, 24 Nov 2026 08:31:44 GMT"}}}, Answer()});
    ASSERT_TRUE(get("/"));
    EXPECT_GE(timing.waited(), 30s);
    EXPECT_LE(timing.waited(), 30100ms);
}

TEST_F(SessionTest, backsOffWhenTheServerAsksForNoWaitButRefuses)
{
    server.answer("/", {Answer{.status = 429, .headers = {{"Retry-After", "0"}}}, Answer()});
    ASSERT_TRUE(get("/"));
    EXPECT_GE(timing.waited(), 500ms);
}

TEST_F(SessionTest, returnsAtOnceWhenTheServerAsksForTooLongAWait)
{
    server.answer("/", Answer{.status = 429, .headers = {{"Retry-After", "3600"}}});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 429);
    EXPECT_EQ(timing.waited(), 0s);
    ASSERT_TRUE(get("/")); // which is not held up either
    EXPECT_LT(timing.waited(), 1s);
    EXPECT_EQ(server.asked().size(), 2U);
}

TEST_F(SessionTest, boundsAllWaitsOfARequestTogether)
{
    server.answer("/", Answer{.status = 503, .headers = {{"Retry-After", "40"}}});
    EXPECT_EQ(get("/")->status, 503);
    EXPECT_EQ(server.asked().size(), 2U);
    EXPECT_LE(timing.waited(), 60s);
}

TEST_F(SessionTest, waitsBeforeTheNextRequestWhenNothingIsLeft)
{
    server.answer(
        "/", {Answer{.headers = {{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "12"}}}, Answer()});
    ASSERT_TRUE(get("/"));
    EXPECT_EQ(timing.waited(), 0s);
    ASSERT_TRUE(get("/"));
    EXPECT_EQ(timing.waited(), 12s);
}

TEST_F(SessionTest, slowsDownToThePaceThatTheServerTells)
{
    server.answer("/", Answer{.headers = {{"x-rate-limit-limit", "2"}, {"x-rate-limit-interval", "1s"}}});
    for (int i = 0; i < 4; ++i) {
        ASSERT_TRUE(get("/"));
    }
    EXPECT_GE(timing.waited(), 1s); // the first gap is still that of before
    EXPECT_LE(timing.waited(), 1100ms);
}

TEST_F(SessionTest, asksAgainWhenTheReplyBreaksOff)
{
    server.answer("/", {Answer{.body = "0123456789", .cutAfter = 4}, Answer{.body = "0123456789"}});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "0123456789");
    EXPECT_EQ(server.asked().size(), 2U);
}

TEST_F(SessionTest, tellsWhenTheReplyBreaksOffEachTime)
{
    server.answer("/", Answer{.body = "0123456789", .cutAfter = 4});
    const auto reply = get("/");
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Unreachable);
    EXPECT_NE(reply.error().message.find("broke off"), std::string::npos);
    EXPECT_EQ(server.asked().size(), 4U);
}

TEST_F(SessionTest, noticesAPackedReplyThatBreaksOff)
{
    std::string body;
    for (int i = 0; i < 10'000; ++i) {
        body += std::to_string(i * 7919);
    }
    server.answer("/", {Answer{.body = body, .isGzipped = true, .cutAfter = 5000}, Answer{.body = "all"}});
    EXPECT_EQ(get("/")->body, "all");
}

TEST_F(SessionTest, noticesAReplyInChunksThatBreaksOff)
{
    server.answer("/",
                  {Answer{.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n01234\r\n"},
                   Answer{.body = "all"}});
    EXPECT_EQ(get("/")->body, "all");
}

TEST_F(SessionTest, asksAgainWhenTheConnectionIsDropped)
{
    server.answer("/", {Answer{.isDropped = true}, Answer{.body = "here"}});
    EXPECT_EQ(get("/")->body, "here");
}

TEST_F(SessionTest, asksAgainWhenTheReplyIsGarbage)
{
    server.answer("/",
                  {Answer{.raw = "\x16\x03 garbage\r\n\r\n"},
                   Answer{.headers = {{"Content-Encoding", "gzip"}}, .body = "not packed"},
                   Answer{.body = "fine"}});
    EXPECT_EQ(get("/")->body, "fine");
}

TEST_F(SessionTest, doesNotRepeatWhatMayHaveDoneHarm)
{
    server.answer("/", Answer{.isDropped = true});
    EXPECT_FALSE(fetch({.method = Method::Post, .url = server.url("/"), .isRepeatable = false}));
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(SessionTest, repeatsAPostWithItsBody)
{
    server.answer("/", {Answer{.status = 503}, Answer{.isDropped = true}, Answer()});
    ASSERT_TRUE(fetch({.method = Method::Post, .url = server.url("/"), .body = "a=b"}));
    const auto asked = server.asked();
    ASSERT_EQ(asked.size(), 3U);
    for (const auto &one : asked) {
        EXPECT_EQ(one.method + " " + one.body, "POST a=b");
    }
}

TEST_F(SessionTest, tellsWhenNobodyListens)
{
    std::string url;
    {
        const replay::ReplayServer gone;
        url = gone.url("/");
    }
    const auto reply = fetch({.url = url});
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("takes no connections"), std::string::npos);
    EXPECT_GE(timing.waited(), 3500ms); // four tries
}

TEST_F(SessionTest, tellsWhenTheServerStalls)
{
    open({.stallTimeout = 150ms, .mostTries = 2});
    server.answer("/", Answer{.body = "0123456789", .piece = 5, .pause = 30s});
    const auto start = std::chrono::steady_clock::now();
    const auto reply = get("/");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("timed out"), std::string::npos);
    EXPECT_EQ(server.asked().size(), 2U);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 25s) << "sooner than the rest would come";
}

TEST_F(SessionTest, tellsWhenTheServerNeverAnswers)
{
    open({.stallTimeout = 150ms, .mostTries = 1});
    server.answer("/", Answer{.delay = 30s});
    const auto reply = get("/");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("timed out"), std::string::npos);
}

TEST_F(SessionTest, isNotStalledWhileAnythingComes)
{
    open({.stallTimeout = 200ms, .mostTries = 1});
    server.answer("/", Answer{.body = "0123456789", .piece = 1, .pause = 50ms});
    EXPECT_TRUE(get("/"));
}

} // namespace
} // namespace winnow::net
