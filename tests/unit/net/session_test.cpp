#include "session_fixture.h"

#include <algorithm>
#include <thread>

namespace winnow::net {
namespace {

using namespace std::chrono_literals;

TEST_F(SessionTest, getsAReplyWithStatusHeadersAndBody)
{
    server.answer("/works", {.headers = {{"X-Total", "3"}}, .body = R"({"a":1})"});
    const auto reply = get("/works?query=a%20b");
    ASSERT_TRUE(reply) << textOf(reply.error());
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->header("x-total"), "3");
    EXPECT_EQ(reply->body, R"({"a":1})");
    const auto asked = server.asked();
    ASSERT_EQ(asked.size(), 1U);
    EXPECT_EQ(asked[0].method, "GET");
    EXPECT_EQ(asked[0].query, "query=a%20b");
    EXPECT_EQ(asked[0].parameter("query"), "a b");
}

TEST_F(SessionTest, sendsTheHeadersOfTheRequestAndWhoIsAsking)
{
    open({.userAgent = "Winnow/1 (mailto:a@example.org)"});
    server.answer("/", replay::Answer());
    ASSERT_TRUE(
        fetch({.url = server.url("/"),
               .headers = {{"X-ELS-APIKey", "k123456", true}, {"Accept", "text/xml"}, {"X-Empty", ""}}}));
    const auto asked = server.asked().at(0);
    EXPECT_EQ(asked.header("User-Agent"), "Winnow/1 (mailto:a@example.org)");
    EXPECT_EQ(asked.header("X-ELS-APIKey"), "k123456");
    EXPECT_EQ(asked.header("Accept"), "text/xml");
    EXPECT_EQ(asked.header("Accept-Encoding"), "gzip");
    EXPECT_EQ(std::ranges::count(asked.headers, std::pair<std::string, std::string>("X-Empty", "")), 1);
}

TEST_F(SessionTest, letsARequestSayItselfWhoIsAsking)
{
    server.answer("/", replay::Answer());
    ASSERT_TRUE(fetch({.url = server.url("/"), .headers = {{"User-Agent", "me"}}}));
    EXPECT_EQ(server.asked().at(0).header("User-Agent"), "me");
}

TEST_F(SessionTest, postsAForm)
{
    server.answer("/efetch", replay::Answer());
    const std::string ids(3'000'000, '7');
    ASSERT_TRUE(fetch({.method = Method::Post, .url = server.url("/efetch"), .body = "db=pubmed&id=" + ids}));
    const auto asked = server.asked().at(0);
    EXPECT_EQ(asked.method, "POST");
    EXPECT_EQ(asked.header("Content-Type"), "application/x-www-form-urlencoded");
    EXPECT_EQ(asked.header("Expect"), "");
    EXPECT_EQ(asked.parameter("id"), ids);
}

TEST_F(SessionTest, returnsRefusalsAsReplies)
{
    for (const int status : {400, 401, 403, 404, 413}) {
        server.answer("/", {.status = status, .body = "why"});
        const auto reply = get("/");
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->status, status);
        EXPECT_EQ(reply->body, "why");
    }
    EXPECT_EQ(server.asked().size(), 5U);
}

TEST_F(SessionTest, reusesTheConnection)
{
    server.answer("/", replay::Answer{.body = "x"});
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(get("/"));
    }
    for (const auto &asked : server.asked()) {
        EXPECT_EQ(asked.connection, 1);
    }
}

TEST_F(SessionTest, unpacksGzip)
{
    server.answer("/", {.body = "packed and unpacked", .isGzipped = true});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "packed and unpacked");
}

TEST_F(SessionTest, takesAReplyOfExactlyTheMost)
{
    server.answer("/", {.body = std::string(1000, 'x')});
    EXPECT_TRUE(fetch({.url = server.url("/"), .maxBytes = 1000}));
    EXPECT_FALSE(fetch({.url = server.url("/"), .maxBytes = 999}));
}

TEST_F(SessionTest, refusesATooLongReplyBeforeItComes)
{
    server.answer("/", {.body = std::string(1 << 20, 'x'), .times = 4096});
    const auto reply = get("/");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("too large"), std::string::npos);
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(SessionTest, refusesATooLongReplyOfUnknownLength)
{
    server.answer("/", {.body = std::string(1 << 16, 'x'), .times = 1'000'000, .hasLength = false});
    const auto reply = fetch({.url = server.url("/"), .maxBytes = 1 << 20});
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("too large"), std::string::npos);
}

TEST_F(SessionTest, refusesAReplyThatUnpacksToTooMuch)
{
    std::string zeros;
    zeros.resize(20'000'000);
    server.answer("/", {.body = zeros, .isGzipped = true});
    ASSERT_LT(replay::gzipped(zeros).size(), std::size_t{1} << 20U);
    const auto reply = fetch({.url = server.url("/"), .maxBytes = 1 << 20});
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("too large"), std::string::npos);
}

TEST_F(SessionTest, refusesEndlessHeaders)
{
    std::string raw = "HTTP/1.1 200 OK\r\n";
    for (int i = 0; i < 10'000; ++i) {
        raw += "X-Header-" + std::to_string(i) + ": " + std::string(60, 'x') + "\r\n";
    }
    server.answer("/", {.raw = raw + "\r\n"});
    const auto reply = get("/");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("too large"), std::string::npos);
}

TEST_F(SessionTest, takesAReplyThatComesInDrops)
{
    server.answer("/", {.body = "0123456789", .piece = 1, .pause = 5ms});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "0123456789");
}

TEST_F(SessionTest, keepsTheHeadersOfTheLastReplyOnly)
{
    server.answer(
        "/",
        {.raw =
             "HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"});
    const auto reply = get("/");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->status, 200);
    EXPECT_EQ(reply->header("X-Early"), "");
}

TEST_F(SessionTest, servesSeveralThreadsWithinTheLimitOfTheServer)
{
    pace({1000, 2});
    server.answer("/", {.body = "x", .delay = 30ms});
    std::vector<std::thread> threads;
    std::atomic<int> fine = 0;
    threads.reserve(6);
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] { fine += get("/").isOk() ? 1 : 0; });
    }
    for (auto &thread : threads) {
        thread.join();
    }
    EXPECT_EQ(fine, 6);
    for (const auto &asked : server.asked()) {
        EXPECT_LE(asked.connection, 2);
    }
}

TEST_F(SessionTest, keepsThePace)
{
    pace({2, 1});
    server.answer("/", replay::Answer());
    for (int i = 0; i < 5; ++i) {
        ASSERT_TRUE(get("/"));
    }
    EXPECT_EQ(timing.waited(), 2s);
}

TEST_F(SessionTest, refusesAPaceThatWouldNeverAsk)
{
    EXPECT_FALSE(session->setPace(server.url(), {0, 1}));
    EXPECT_FALSE(session->setPace(server.url(), {1, 0}));
    EXPECT_FALSE(session->setPace("nowhere", {1, 1}));
}

} // namespace
} // namespace winnow::net
