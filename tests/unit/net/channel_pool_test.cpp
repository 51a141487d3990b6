#include "net/channel_pool.h"

#include <gtest/gtest.h>

namespace winnow::net {

namespace {

TEST(ChannelPool, keepsOpenOnlyTheLatestOfManyServers)
{
    ChannelPool pool({});
    for (int server = 0; server < 50; ++server) {
        auto channel = pool.take("https://" + std::to_string(server) + ".example.org");
        ASSERT_TRUE(channel) << channel.error().message;
        pool.giveBack("https://" + std::to_string(server) + ".example.org", *std::move(channel));
    }
    EXPECT_EQ(pool.idleCount(), ChannelPool::kMostIdle);
    ASSERT_TRUE(pool.take("https://49.example.org"));
    EXPECT_EQ(pool.idleCount(), ChannelPool::kMostIdle - 1) << "that one was kept";
    ASSERT_TRUE(pool.take("https://0.example.org"));
    EXPECT_EQ(pool.idleCount(), ChannelPool::kMostIdle - 1) << "that one is new";
}

} // namespace

} // namespace winnow::net
