#include "deaf_port.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace winnow::net {

DeafPort::DeafPort()
    : m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    , m_waiting(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *const any = reinterpret_cast<sockaddr *>(&address);
    // A queue of 0 holds one.
    if (::bind(m_listener, any, size) != 0 || ::listen(m_listener, 0) != 0 ||
        ::getsockname(m_listener, any, &size) != 0 || ::connect(m_waiting, any, size) != 0) {
        throw std::runtime_error("no port of 127.0.0.1 to listen at");
    }
    m_port = ntohs(address.sin_port);
}

DeafPort::~DeafPort()
{
    ::close(m_waiting);
    ::close(m_listener);
}

} // namespace winnow::net
