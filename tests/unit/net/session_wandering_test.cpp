#include "net/body_sink.h"
#include "session_fixture.h"

namespace winnow::net {
namespace {

using namespace std::chrono_literals;
using replay::Answer;
using replay::redirectTo;

/// Keeps what it is given, up to a limit.
class Kept final : public BodySink
{
public:
    explicit Kept(std::size_t most = 1'000'000)
        : m_most(most)
    {}

    void restart() override
    {
        ++restarts;
        text.clear();
    }

    bool take(int status, std::string_view bytes) override
    {
        lastStatus = status;
        text += bytes;
        return text.size() <= m_most;
    }

    std::string text;
    int lastStatus = 0;
    int restarts = 0;

private:
    std::size_t m_most;
};

/// A session that follows where replies lead, and serves loopback as if it were the internet.
class Wandering : public SessionTest
{
protected:
    Wandering() { open({.reach = Reach::PublicOrLoopback, .isWandering = true}); }

    Result<Reply> get(const std::string &path, BodySink &sink)
    {
        return fetch({.url = server.url(path), .sink = &sink});
    }
};

TEST_F(Wandering, followsToAnotherServerAtThePaceOfThat)
{
    replay::ReplayServer other;
    other.answer("/file", Answer{.body = "there"});
    server.answer("/", redirectTo(other.url("/file")));
    const auto first = fetch({.url = server.url("/")});
    ASSERT_TRUE(first) << textOf(first.error());
    EXPECT_EQ(first->body, "there");
    const auto before = timing.waited();
    ASSERT_TRUE(fetch({.url = server.url("/")}));
    EXPECT_GE(timing.waited() - before, 900ms) << "one a second where nothing else is known";
    EXPECT_EQ(other.asked().size(), 2U);
}

TEST_F(Wandering, neverFollowsBeyondItsReach)
{
    for (const char *const location : {"https://10.0.0.1/",
                                       "https://192.168.1.1/a",
                                       "https://[fe80::1]/",
                                       "https://router.local/",
                                       "file:///etc/passwd",
                                       "ftp://arxiv.org/",
                                       "",
                                       "http://arxiv.org:8080/",
                                       "https://user:pass@arxiv.org/"}) {
        server.answer("/", redirectTo(location));
        const auto reply = fetch({.url = server.url("/")});
        EXPECT_FALSE(reply) << location;
    }
}

TEST_F(Wandering, neverReachesLoopbackWhereOnlyTheInternetIsMeant)
{
    server.answer("/", Answer());
    open({.reach = Reach::Public, .isWandering = true});
    const auto reply = fetch({.url = server.url("/")});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Denied);
    EXPECT_TRUE(server.asked().empty());
}

TEST_F(Wandering, looksWhereANameLeadsBeforeItConnects)
{
    server.answer("/", Answer());
    const std::string url = "https://inside.example.org:" + std::to_string(server.port()) + "/";
    open({.reach = Reach::Public, .isWandering = true});
    const auto reply = fetch({.url = url});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Denied) << textOf(reply.error());
    open({.mostTries = 1});
    const auto trusting = fetch({.url = url});
    ASSERT_FALSE(trusting);
    EXPECT_EQ(trusting.error().code, ErrorCode::Unreachable) << "connects, and finds no TLS there";
}

TEST_F(Wandering, sendsNoSecrets)
{
    server.answer("/", Answer());
    const auto reply = fetch({.url = server.url("/"), .headers = {{"X-Key", "0123456789", true}}});
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Internal);
    EXPECT_TRUE(server.asked().empty());
}

TEST_F(Wandering, givesTheBodyToWhoTakesIt)
{
    const std::string body(100'000, 'x');
    server.answer("/", Answer{.body = body, .isGzipped = true});
    Kept kept;
    const auto reply = get("/", kept);
    ASSERT_TRUE(reply);
    EXPECT_EQ(kept.text, body);
    EXPECT_EQ(kept.lastStatus, 200);
    EXPECT_TRUE(reply->body.empty());
}

TEST_F(Wandering, beginsTheBodyAnewAfterRedirectsAndRefusals)
{
    server.answer("/", Answer{.status = 302, .headers = {{"Location", "/file"}}, .body = "moved"});
    server.answer("/file", {Answer{.status = 503, .body = "down"}, Answer{.body = "there"}});
    Kept kept;
    const auto reply = get("/", kept);
    ASSERT_TRUE(reply);
    EXPECT_EQ(kept.text, "there");
    EXPECT_EQ(kept.restarts, 3);
}

TEST_F(Wandering, endsWhereNoMoreIsWanted)
{
    server.answer("/", Answer{.body = std::string(1 << 16, 'x'), .times = 100'000, .hasLength = false});
    Kept kept(1000);
    const auto reply = get("/", kept);
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::WrongFormat);
    EXPECT_EQ(server.asked().size(), 1U);
    EXPECT_LT(kept.text.size(), 1'000'000U);
}

TEST_F(Wandering, refusesABodyThatIsTooLargeForWhoTakesIt)
{
    server.answer("/counted", Answer{.body = std::string(5000, 'x')});
    server.answer("/endless", Answer{.body = std::string(5000, 'x'), .hasLength = false});
    for (const char *const path : {"/counted", "/endless"}) {
        Kept kept;
        const auto reply = fetch({.url = server.url(path), .maxBytes = 4000, .sink = &kept});
        ASSERT_FALSE(reply) << path;
        EXPECT_NE(reply.error().message.find("too large"), std::string::npos);
        EXPECT_LE(kept.text.size(), 4000U);
    }
}

TEST_F(Wandering, endsABodyThatMovesForTooLong)
{
    server.answer("/", Answer{.body = std::string(10'000, 'x'), .piece = 1, .pause = 10ms});
    const auto begin = std::chrono::steady_clock::now();
    const auto reply = fetch({.url = server.url("/"), .isRepeatable = false, .longest = 300ms});
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("timed out"), std::string::npos);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 15s) << "all of it takes 100 s";
}

} // namespace
} // namespace winnow::net
