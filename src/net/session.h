#pragma once

#include "base/result.h"
#include "base/task.h"
#include "net/message.h"
#include "net/rate_limiter.h"
#include "net/reach.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::net {

class Timing;

struct SessionOptions
{
    std::string userAgent = "Winnow/" WINNOW_VERSION;
    std::chrono::milliseconds connectTimeout{10'000};
    std::chrono::milliseconds stallTimeout{60'000}; ///< in which nothing arrives
    int mostTries = 4;                              ///< of one request
    std::chrono::milliseconds firstWait{1'000};     ///< before the second try; doubles from try to try
    std::chrono::milliseconds longestWait{60'000};  ///< between the tries of one request, all in all
    std::optional<std::uint64_t> seed{};            ///< of the chance in the waits; from the system if absent
    Timing *timing = nullptr;                       ///< of tests; outlives the session
    Reach reach = Reach::Any;
    bool isWandering = false; ///< follows redirects to other servers within reach; sends no secrets, then
};

/// Asks servers: over HTTPS, at the pace that each allows, and again where that helps. It takes the proxy
/// (https_proxy, http_proxy, all_proxy, no_proxy) and the certificates (CURL_CA_BUNDLE, SSL_CERT_FILE,
/// SSL_CERT_DIR) from the environment. Thread-safe: a session serves all.
///
/// A wandering session is for addresses that came from elsewhere, such as those of files: it asks by HTTPS
/// where they say HTTP, and asks nobody beyond its reach.
class Session
{
public:
    static Result<Session> open(const SessionOptions &options = {});

    Session(Session &&) noexcept;
    Session &operator=(Session &&) noexcept;
    ~Session();

    /// The server of `url` may be asked so often; without this, HostPace{}. What its replies say can only
    /// slow this down.
    [[nodiscard]] Result<void> setPace(std::string_view url, HostPace pace);

    /// The reply, whatever its status. 429 and 5xx are tried again and returned if the last try is refused
    /// too, or at once if the server asks for a longer wait than `longestWait`, so that the caller can read
    /// why. No error holds a secret of the request. Returns within 200 ms of task.stop().
    [[nodiscard]] Result<Reply> fetch(const Request &request, const Task &task);

private:
    struct Parts;
    explicit Session(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace winnow::net
