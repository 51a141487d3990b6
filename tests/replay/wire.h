#pragma once

#include <memory>
#include <string>
#include <string_view>

struct ssl_st;
struct ssl_ctx_st;

namespace winnow::replay {

/// One connection of a client, plain or with TLS. Closes it at the end.
class Wire
{
public:
    /// Owns the socket. `tls` may be nullptr; else isOpen() tells whether the client agreed.
    Wire(int socket, ssl_ctx_st *tls);
    ~Wire();
    Wire(const Wire &) = delete;
    Wire &operator=(const Wire &) = delete;

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    /// The next bytes; nothing at the end.
    [[nodiscard]] std::string readSome();

    bool write(std::string_view bytes);

    /// Passes everything on to a server on loopback and back, until either side ends.
    void tunnelTo(int port) const;

    [[nodiscard]] int socket() const { return m_socket; }

private:
    int m_socket;
    std::shared_ptr<ssl_st> m_tls;
    bool m_isOpen = true;
};

/// A socket connected to that port of 127.0.0.1, or -1.
[[nodiscard]] int connectTo(int port);

} // namespace winnow::replay
