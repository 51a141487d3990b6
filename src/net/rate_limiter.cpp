#include "net/rate_limiter.h"

#include <algorithm>
#include <cassert>

namespace winnow::net {

namespace {

/// A place gets free when another request is over, which nobody can foretell: ask again soon.
constexpr std::chrono::milliseconds kUntilPlace{20};

/// The slowest that a host can make us: a mistake in its headers must not stop the work for good.
constexpr double kSlowest = 1.0 / 60;

} // namespace

RateLimiter::Host &RateLimiter::at(std::string_view host)
{
    const auto found = m_hosts.find(host);
    return found != m_hosts.end() ? found->second : m_hosts.emplace(host, Host()).first->second;
}

void RateLimiter::setPace(std::string_view host, HostPace pace)
{
    assert(pace.perSecond > 0 && pace.atOnce > 0);
    const std::scoped_lock lock(m_mutex);
    at(host).pace = pace;
}

void RateLimiter::slowTo(std::string_view host, std::optional<double> perSecond, std::optional<int> atOnce)
{
    const std::scoped_lock lock(m_mutex);
    Host &entry = at(host);
    if (perSecond) {
        entry.saidPerSecond = std::max(*perSecond, kSlowest);
    }
    if (atOnce) {
        entry.saidAtOnce = std::max(*atOnce, 1);
    }
}

void RateLimiter::hold(std::string_view host, Time until)
{
    const std::scoped_lock lock(m_mutex);
    Host &entry = at(host);
    entry.next = std::max(entry.next, until);
}

RateLimiter::Span RateLimiter::take(std::string_view host, Time now)
{
    const std::scoped_lock lock(m_mutex);
    Host &entry = at(host);
    if (now < entry.next) {
        return entry.next - now;
    }
    if (entry.asked >= std::min(entry.pace.atOnce, entry.saidAtOnce.value_or(entry.pace.atOnce))) {
        return kUntilPlace;
    }
    const double perSecond =
        std::min(entry.pace.perSecond, entry.saidPerSecond.value_or(entry.pace.perSecond));
    // Evenly spaced, never in bursts: a server may count from any moment on.
    entry.next = now + std::chrono::ceil<Span>(std::chrono::duration<double>(1 / perSecond));
    ++entry.asked;
    return Span::zero();
}

void RateLimiter::release(std::string_view host)
{
    const std::scoped_lock lock(m_mutex);
    Host &entry = at(host);
    assert(entry.asked > 0);
    --entry.asked;
}

} // namespace winnow::net
