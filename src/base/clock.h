#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// Where the time comes from; injected so that tests can hold it still.
class Clock
{
public:
    virtual ~Clock() = default;

    /// Now as ISO 8601 in UTC with milliseconds: 2026-11-24T08:31:14.250Z.
    [[nodiscard]] virtual std::string nowUtc() const = 0;
};

/// Milliseconds since 1970 of a time as nowUtc() gives it; nothing where it is none.
[[nodiscard]] std::optional<std::int64_t> millisecondsOf(std::string_view utc);

class SystemClock final : public Clock
{
public:
    [[nodiscard]] std::string nowUtc() const override;
};

} // namespace winnow
