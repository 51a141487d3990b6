#include "replay/wire.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace winnow::replay {

namespace {

using Buffer = std::array<char, 16384>;

/// Moves what has come to the other side; false at the end.
bool passOn(int from, int to)
{
    Buffer buffer{};
    const auto count = ::recv(from, buffer.data(), buffer.size(), 0);
    return count > 0 && ::send(to, buffer.data(), static_cast<std::size_t>(count), MSG_NOSIGNAL) == count;
}

} // namespace

Wire::Wire(int socket, ssl_ctx_st *tls)
    : m_socket(socket)
{
    // Head and body leave one by one; without this the second would wait for the receipt of the first.
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (tls != nullptr) {
        m_tls.reset(SSL_new(tls), SSL_free);
        SSL_set_fd(m_tls.get(), socket);
        m_isOpen = SSL_accept(m_tls.get()) == 1;
    }
}

Wire::~Wire()
{
    if (m_tls && m_isOpen) {
        SSL_shutdown(m_tls.get());
    }
    ::close(m_socket);
}

std::string Wire::readSome()
{
    Buffer buffer{};
    const auto count = m_tls ? SSL_read(m_tls.get(), buffer.data(), static_cast<int>(buffer.size()))
                             : ::recv(m_socket, buffer.data(), buffer.size(), 0);
    if (count <= 0) {
        m_isOpen = false;
        return {};
    }
    return {buffer.data(), static_cast<std::size_t>(count)};
}

bool Wire::write(std::string_view bytes)
{
    while (m_isOpen && !bytes.empty()) {
        const auto count = m_tls ? SSL_write(m_tls.get(), bytes.data(), static_cast<int>(bytes.size()))
                                 : ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        m_isOpen = count > 0;
        bytes.remove_prefix(count > 0 ? static_cast<std::size_t>(count) : 0);
    }
    return m_isOpen;
}

void Wire::tunnelTo(int port) const
{
    const int other = connectTo(port);
    std::array<pollfd, 2> ends{pollfd{m_socket, POLLIN, 0}, pollfd{other, POLLIN, 0}};
    bool goesOn = other >= 0;
    while (goesOn && ::poll(ends.data(), ends.size(), -1) > 0) {
        goesOn = (ends[0].revents == 0 || passOn(m_socket, other)) &&
                 (ends[1].revents == 0 || passOn(other, m_socket));
    }
    if (other >= 0) {
        ::close(other);
    }
}

int connectTo(int port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (socket >= 0 && ::connect(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(socket);
        return -1;
    }
    return socket;
}

} // namespace winnow::replay
