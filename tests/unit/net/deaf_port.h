#pragma once

namespace winnow::net {

/// A port of 127.0.0.1 at which connections are neither taken nor refused: its queue is full.
class DeafPort
{
public:
    DeafPort();
    ~DeafPort();
    DeafPort(const DeafPort &) = delete;
    DeafPort &operator=(const DeafPort &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    int m_listener = -1;
    int m_waiting = -1;
    int m_port = 0;
};

} // namespace winnow::net
