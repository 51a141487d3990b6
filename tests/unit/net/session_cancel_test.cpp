#include "deaf_port.h"
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
    /// Stops the request after a while and expects it to return, cancelled, within 200 ms.
    void expectQuickStop(const std::string &url, std::chrono::milliseconds after = 100ms)
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
        EXPECT_LT(returned - stopped, 200ms);
    }

    void SetUp() override { ASSERT_TRUE(session); }

    replay::ReplayServer server;
    Result<Session> session = Session::open();
};

TEST_F(CancelTest, returnsQuicklyWhileItWaitsForTheRateLimit)
{
    server.answer("/", Answer());
    ASSERT_TRUE(session->setPace(server.url(), {0.01, 1}));
    Task task;
    ASSERT_TRUE(session->fetch({.url = server.url("/")}, task));
    expectQuickStop(server.url("/"));
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(CancelTest, returnsQuicklyWhileItWaitsForAPlace)
{
    server.answer("/slow", Answer{.delay = 400ms});
    ASSERT_TRUE(session->setPace(server.url(), {1000, 1}));
    Task task;
    std::thread other([&] { EXPECT_TRUE(session->fetch({.url = server.url("/slow")}, task)); });
    while (server.asked().empty()) {
        std::this_thread::sleep_for(1ms);
    }
    expectQuickStop(server.url("/"), 50ms);
    other.join();
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(CancelTest, returnsQuicklyWhileItBacksOff)
{
    server.answer("/", Answer{.status = 429, .headers = {{"Retry-After", "30"}}});
    expectQuickStop(server.url("/"));
    EXPECT_EQ(server.asked().size(), 1U);
}

TEST_F(CancelTest, returnsQuicklyWhileItLooksUpTheName)
{
    expectQuickStop("https://slow.invalid/");
}

TEST_F(CancelTest, returnsQuicklyWhileItConnects)
{
    const DeafPort deaf;
    expectQuickStop("http://127.0.0.1:" + std::to_string(deaf.port()) + "/");
}

TEST_F(CancelTest, returnsQuicklyWhileItAgreesOnKeys)
{
    server.answer("/", Answer()); // a server without TLS that waits for more of the request
    expectQuickStop("https://127.0.0.1:" + std::to_string(server.port()) + "/");
}

TEST_F(CancelTest, returnsQuicklyWhileNothingIsAnswered)
{
    server.answer("/", Answer{.delay = 30s});
    expectQuickStop(server.url("/"));
}

TEST_F(CancelTest, returnsQuicklyWhileTheBodyDrips)
{
    server.answer("/", Answer{.body = std::string(10'000, 'x'), .piece = 1, .pause = 10ms});
    expectQuickStop(server.url("/"));
}

TEST_F(CancelTest, returnsQuicklyInTheStreamOfAHugeBody)
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
    expectQuickStop(server.url("/"));
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
    EXPECT_LT(Clock::now() - start, 1s);
}

} // namespace
} // namespace winnow::net
