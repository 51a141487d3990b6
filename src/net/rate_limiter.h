#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::net {

/// How often a server may be asked.
struct HostPace
{
    double perSecond = 1;
    int atOnce = 1; ///< requests that are not yet answered
};

/// Keeps the pace of each host. It never waits itself: it is told the time and answers how long to wait.
/// Thread-safe.
class RateLimiter
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Span = std::chrono::steady_clock::duration;

    /// What the rules of the host allow; without it, HostPace{}.
    void setPace(std::string_view host, HostPace pace);

    /// What the host itself says that it allows, which can only slow down what its rules do. An absent part
    /// leaves what it said before.
    void slowTo(std::string_view host, std::optional<double> perSecond, std::optional<int> atOnce);

    /// Nobody may ask the host before `until`.
    void hold(std::string_view host, Time until);

    /// Takes a place at the host and returns zero, or returns how long to wait before asking for one again.
    /// Who got a place calls release() when the request is over.
    [[nodiscard]] Span take(std::string_view host, Time now);

    void release(std::string_view host);

private:
    struct Host
    {
        HostPace pace;
        std::optional<double> saidPerSecond;
        std::optional<int> saidAtOnce;
        Time next{};   ///< not before
        int asked = 0; ///< and not answered
    };

    Host &at(std::string_view host);

    std::mutex m_mutex;
    std::map<std::string, Host, std::less<>> m_hosts;
};

} // namespace winnow::net
