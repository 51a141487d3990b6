#include "net/channel_pool.h"

#include <algorithm>
#include <utility>

namespace winnow::net {

ChannelPool::ChannelPool(ChannelOptions options)
    : m_options(std::move(options))
{}

Result<Channel> ChannelPool::take(const std::string &server)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find(m_idle, server, &Idle::server);
    if (found == m_idle.end()) {
        return Channel::open(m_options);
    }
    Channel channel = std::move(found->channel);
    m_idle.erase(found);
    return channel;
}

void ChannelPool::giveBack(std::string server, Channel channel)
{
    const std::scoped_lock lock(m_mutex);
    m_idle.push_back({std::move(server), std::move(channel)});
    if (m_idle.size() > kMostIdle) {
        m_idle.erase(m_idle.begin());
    }
}

} // namespace winnow::net
