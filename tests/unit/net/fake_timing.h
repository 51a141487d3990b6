#pragma once

#include "net/timing.h"

#include <atomic>
#include <cstdint>

namespace winnow::net {

/// Time that goes by only when somebody waits for it.
class FakeTiming final : public Timing
{
public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override
    {
        return std::chrono::steady_clock::time_point(std::chrono::hours(1)) + waited();
    }

    [[nodiscard]] std::chrono::system_clock::time_point date() const override { return kStart + waited(); }

    void pause(std::chrono::milliseconds length) override { m_waitedMs += length.count(); }

    [[nodiscard]] std::chrono::milliseconds waited() const { return std::chrono::milliseconds(m_waitedMs); }

    /// Tue, 24 Nov 2026 08:31:14 GMT
    static constexpr std::chrono::system_clock::time_point kStart{std::chrono::seconds(1'795'509'074)};

private:
    std::atomic<std::int64_t> m_waitedMs{0};
};

} // namespace winnow::net
