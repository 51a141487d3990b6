#pragma once

#include "replay/answer.h"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::replay {

class Certificate;

/// A request as it came.
struct Asked
{
    std::string method;
    std::string target; ///< as written in the request line; whole when we are asked as a proxy
    std::string path;
    std::string query; ///< without the question mark, still encoded
    Headers headers;
    std::string body;
    std::chrono::steady_clock::time_point at;
    int connection = 0; ///< number of the connection that it came by, from 1

    /// The value of the header of that name, letter case aside; empty where there is none.
    [[nodiscard]] std::string header(std::string_view name) const;

    /// The decoded value of a parameter of the query, or of a form in the body; empty where there is none.
    [[nodiscard]] std::string parameter(std::string_view name) const;
};

/// An HTTP/1.1 server for tests on a free port of 127.0.0.1, from the constructor to the destructor. It
/// answers what it was told to, also in ways in which no proper server would, and remembers what it was
/// asked. What it has no answer for gets 404. Thread-safe.
class ReplayServer
{
public:
    ReplayServer();

    /// Speaks TLS and shows that certificate.
    explicit ReplayServer(const Certificate &certificate);

    ~ReplayServer();
    ReplayServer(const ReplayServer &) = delete;
    ReplayServer &operator=(const ReplayServer &) = delete;

    /// The answers to requests for `path`, one after the other; the last one again and again. A path with a
    /// query ("/works?cursor=b") goes before the path alone.
    void answer(const std::string &path, std::vector<Answer> answers);

    void answer(const std::string &path, Answer one);

    /// As a proxy, lets every CONNECT through to that port of loopback, whatever it asks for. Without this,
    /// CONNECT is answered like any other request, by the answers for "HOST:PORT".
    void tunnelTo(int port);

    [[nodiscard]] int port() const;

    /// http://127.0.0.1:PORT, or with https, and `path`.
    [[nodiscard]] std::string url(std::string_view path = {}) const;

    /// All requests so far, in the order in which they came.
    [[nodiscard]] std::vector<Asked> asked() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace winnow::replay
