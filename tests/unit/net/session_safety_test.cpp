#include "session_fixture.h"

#include <algorithm>
#include <cctype>

namespace winnow::net {
namespace {

using replay::Answer;
using replay::redirectTo;

constexpr const char *kKey = "0123456789ABCDef0123456789abcdef";

Request keyed(const std::string &url)
{
    return {.url = url, .headers = {{"X-ELS-APIKey", kKey, true}}};
}

TEST_F(SessionTest, followsRedirectsOnTheSameServerWithTheKey)
{
    server.answer("/old", redirectTo("/new?a=b", 301));
    server.answer("/new", Answer{.body = "moved"});
    const auto reply = fetch(keyed(server.url("/old")));
    ASSERT_TRUE(reply) << textOf(reply.error());
    EXPECT_EQ(reply->body, "moved");
    const auto asked = server.asked();
    ASSERT_EQ(asked.size(), 2U);
    EXPECT_EQ(asked[1].target, "/new?a=b");
    EXPECT_EQ(asked[1].header("X-ELS-APIKey"), kKey);
}

TEST_F(SessionTest, neverFollowsToAnotherServer)
{
    replay::ReplayServer other;
    other.answer("/", Answer());
    server.answer("/", redirectTo(other.url("/")));
    const auto reply = fetch(keyed(server.url("/")));
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("sends us on to 127.0.0.1:" + std::to_string(other.port())),
              std::string::npos);
    EXPECT_TRUE(other.asked().empty());
}

TEST_F(SessionTest, neverFollowsToAnotherNameOfTheSameServer)
{
    server.answer("/", redirectTo("http://localhost:" + std::to_string(server.port()) + "/a"));
    EXPECT_FALSE(fetch(keyed(server.url("/"))));
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(SessionTest, neverFollowsToUnsafeAddresses)
{
    for (const char *const location : {"http://example.org/", "file:///etc/passwd", "ftp://127.0.0.1/", ""}) {
        server.answer("/", redirectTo(location));
        EXPECT_FALSE(fetch(keyed(server.url("/")))) << location;
    }
}

TEST_F(SessionTest, givesUpOnCircles)
{
    server.answer("/a", redirectTo("/b"));
    server.answer("/b", redirectTo("/a"));
    const auto reply = get("/a");
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("on and on"), std::string::npos);
    EXPECT_EQ(server.asked().size(), 6U);
}

TEST_F(SessionTest, keepsAPostWhereTheRedirectSaysSo)
{
    server.answer("/keep", redirectTo("/new", 307));
    server.answer("/see", redirectTo("/new", 303));
    server.answer("/new", Answer());
    ASSERT_TRUE(fetch({.method = Method::Post, .url = server.url("/keep"), .body = "a=b"}));
    ASSERT_TRUE(fetch({.method = Method::Post, .url = server.url("/see"), .body = "a=b"}));
    const auto asked = server.asked();
    EXPECT_EQ(asked.at(1).method + asked.at(1).body, "POSTa=b");
    EXPECT_EQ(asked.at(3).method + asked.at(3).body, "GET");
}

TEST_F(SessionTest, asksNobodyInPlainHttpButLoopback)
{
    const auto reply = fetch(keyed("http://api.example.org/"));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::InvalidArgument);
    EXPECT_NE(reply.error().message.find("HTTPS"), std::string::npos);
}

TEST_F(SessionTest, tellsNoSecretInAnyError)
{
    server.answer("/dropped", Answer{.isDropped = true});
    server.answer("/garbage", Answer{.raw = std::string(kKey) + ": " + kKey + "\r\n\r\n"});
    server.answer("/echo", redirectTo("https://" + std::string(kKey) + ".example.org/" + kKey));
    server.answer("/cut", Answer{.body = kKey, .cutAfter = 3});
    server.answer("/large", Answer{.body = std::string(2000, 'x')});
    for (const char *const path : {"/dropped", "/garbage", "/echo", "/cut", "/large"}) {
        Request request = keyed(server.url(path));
        request.maxBytes = 1000;
        const auto reply = fetch(request);
        ASSERT_FALSE(reply) << path;
        std::string text = textOf(reply.error());
        std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
        EXPECT_EQ(text.find("456789ABCDEF"), std::string::npos) << text;
    }
}

TEST_F(SessionTest, tellsNoQueryInAnyError)
{
    server.answer("/", Answer{.isDropped = true});
    const auto reply = get("/?api_key=sesame");
    ASSERT_FALSE(reply);
    EXPECT_EQ(textOf(reply.error()).find("sesame"), std::string::npos);
    EXPECT_NE(reply.error().detail.find(server.url("/")), std::string::npos);
}

TEST_F(SessionTest, neverAsksAnAddressThatShowsTheKey)
{
    const auto reply = fetch(keyed(server.url("/?apiKey=") + kKey));
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Internal);
    EXPECT_EQ(textOf(reply.error()).find(kKey), std::string::npos);
    EXPECT_TRUE(server.asked().empty());
}

TEST_F(SessionTest, refusesHeadersThatWouldBeTwo)
{
    for (const Header &header : {Header{"X-Key", "a\r\nX-Other: b"},
                                 Header{"X-Key\r\nX-Other", "b"},
                                 Header{"", "b"},
                                 Header{"X-Key", std::string("a\0b", 3)}}) {
        const auto reply = fetch({.url = server.url("/"), .headers = {header}});
        ASSERT_FALSE(reply);
        EXPECT_EQ(reply.error().code, ErrorCode::InvalidArgument);
    }
    EXPECT_TRUE(server.asked().empty());
}

} // namespace
} // namespace winnow::net
