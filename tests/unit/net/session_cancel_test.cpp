#include "deaf_port.h"
#include "name_lookup.h"
#include "net/session.h"
#include "replay/replay_server.h"

#include <gtest/gtest.h>

#include <thread>

namespace winnow::net {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using replay::Answer;

/// A session in real time.
class CancelTest : public testing::Test
{
protected:
    /// Stops the request after a while and expects it to return, cancelled, long before what it waits for
    /// has come, which takes half a minute at least. script/bench says how quick it is.
    void expectStop(const std::string &url, std::chrono::milliseconds after = 100ms)
    {
        Task task;
        Clock::time_point stopped;
        std::thread user([&] {
            std::this_thread::sleep_for(after);
            stopped = Clock::now();
            task.stop();
        });
        const auto reply = session->fetch({.url = url}, task);
        const auto returned = Clock::now();
        user.join();
        ASSERT_FALSE(reply);
        EXPECT_EQ(reply.error().code, ErrorCode::Cancelled) << reply.error().message;
        EXPECT_GE(returned, stopped);
        EXPECT_LT(returned - stopped, 15s);
    }

    void SetUp() override { ASSERT_TRUE(session); }

    replay::ReplayServer server;
    Result<Session> session = Session::open({.connectTimeout = 60s});
};

TEST_F(CancelTest, returnsWhileItWaitsForTheRateLimit)
{
    server.answer("/", Answer());
    ASSERT_TRUE(session->setPace(server.url(), {0.01, 1}));
    Task task;
    ASSERT_TRUE(session->fetch({.url = server.url("/")}, task));
    expectStop(server.url("/"));
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(CancelTest, returnsWhileItWaitsForAPlace)
{
    server.answer("/slow", Answer{.delay = 30s});
    ASSERT_TRUE(session->setPace(server.url(), {1000, 1}));
    Task task;
    std::thread other([&] { EXPECT_FALSE(session->fetch({.url = server.url("/slow")}, task)); });
    while (server.asked().empty()) {
        std::this_thread::sleep_for(1ms);
    }
    expectStop(server.url("/"), 50ms);
    task.stop();
    other.join();
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(CancelTest, returnsWhileItBacksOff)
{
    server.answer("/", Answer{.status = 429, .headers = {{"Retry-After", "30"}}});
    expectStop(server.url("/"));
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(CancelTest, returnsWhileItLooksUpTheName)
{
    const SlowLookup lookup;
    expectStop("https://slow.invalid/");
    EXPECT_TRUE(SlowLookup::isUnderWay());
}

TEST_F(CancelTest, returnsWhileItConnects)
{
    const DeafPort deaf;
    expectStop("http://127.0.0.1:" + std::to_string(deaf.port()) + "/");
}

TEST_F(CancelTest, returnsWhileItAgreesOnKeys)
{
    server.answer("/", Answer()); // a server without TLS that waits for more of the request
    expectStop("https://127.0.0.1:" + std::to_string(server.port()) + "/");
}

TEST_F(CancelTest, returnsWhileNothingIsAnswered)
{
    server.answer("/", Answer{.delay = 30s});
    expectStop(server.url("/"));
}

TEST_F(CancelTest, returnsWhileTheBodyDrips)
{
    server.answer("/", Answer{.body = std::string(10'000, 'x'), .piece = 1, .pause = 10ms});
    expectStop(server.url("/"));
}

TEST_F(CancelTest, returnsInTheStreamOfAHugeBody)
{
    server.answer("/", Answer{.body = std::string(1 << 16, 'x'), .times = 1'000'000, .hasLength = false});
    Task task;
    std::thread user([&] {
        std::this_thread::sleep_for(20ms);
        task.stop();
    });
    const auto reply = session->fetch({.url = server.url("/"), .maxBytes = std::size_t{4} << 30U}, task);
    user.join();
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Cancelled);
}

TEST_F(CancelTest, asksNothingWhenStoppedBefore)
{
    Task task;
    task.stop();
    const auto reply = session->fetch({.url = server.url("/")}, task);
    ASSERT_FALSE(reply);
    EXPECT_EQ(reply.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(server.asked().empty());
}

TEST_F(CancelTest, canAskAgainAfterwards)
{
    server.answer("/", {Answer{.delay = 30s}, Answer{.body = "fine"}});
    ASSERT_TRUE(session->setPace(server.url(), {1000, 1}));
    expectStop(server.url("/"));
    Task task;
    const auto reply = session->fetch({.url = server.url("/")}, task);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->body, "fine");
}

TEST(ConnectTimeout, isToldAsSuch)
{
    const DeafPort deaf;
    auto session = Session::open({.connectTimeout = 150ms, .mostTries = 1});
    ASSERT_TRUE(session);
    Task task;
    const auto start = Clock::now();
    const auto reply = session->fetch({.url = "http://127.0.0.1:" + std::to_string(deaf.port()) + "/"}, task);
    ASSERT_FALSE(reply);
    EXPECT_NE(reply.error().message.find("did not answer in time"), std::string::npos)
        << reply.error().detail;
    EXPECT_LT(Clock::now() - start, 9s) << "sooner than without the option";
}

} // namespace
} // namespace winnow::net
