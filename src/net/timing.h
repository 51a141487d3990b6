#pragma once

#include <chrono>

namespace winnow::net {

/// Where the time of a session comes from; injected so that tests need not wait.
class Timing
{
public:
    virtual ~Timing() = default;

    /// To measure by: never set back.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point now() const = 0;

    /// Of the calendar, as the dates of servers are.
    [[nodiscard]] virtual std::chrono::system_clock::time_point date() const = 0;

    /// Lets so much time go by.
    virtual void pause(std::chrono::milliseconds length) = 0;
};

class SystemTiming final : public Timing
{
public:
    [[nodiscard]] std::chrono::steady_clock::time_point now() const override;
    [[nodiscard]] std::chrono::system_clock::time_point date() const override;
    void pause(std::chrono::milliseconds length) override;
};

} // namespace winnow::net
