#pragma once

#include "net/channel.h"

#include <cstddef>
#include <mutex>
#include <string>
#include <vector>

namespace winnow::net {

/// The channels that are not in use, each with the server that it asked last. Thread-safe.
class ChannelPool
{
public:
    static constexpr std::size_t kMostIdle = 8; ///< the oldest is closed for one more

    explicit ChannelPool(ChannelOptions options);

    /// One that may still be connected to the server, else a new one. It is to be given back.
    [[nodiscard]] Result<Channel> take(const std::string &server);

    [[nodiscard]] std::size_t idleCount()
    {
        const std::scoped_lock lock(m_mutex);
        return m_idle.size();
    }

    void giveBack(std::string server, Channel channel);

private:
    struct Idle
    {
        std::string server;
        Channel channel;
    };

    ChannelOptions m_options;
    std::mutex m_mutex;
    std::vector<Idle> m_idle;
};

} // namespace winnow::net
