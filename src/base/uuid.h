#pragma once

#include <cstdint>
#include <random>
#include <string>

namespace winnow {

/// Makes names that no other machine makes; injected so that tests can repeat them.
class UuidSource
{
public:
    virtual ~UuidSource() = default;

    /// A version 4 UUID in lower case with hyphens (RFC 4122).
    [[nodiscard]] virtual std::string next() = 0;
};

class RandomUuidSource final : public UuidSource
{
public:
    /// Seeds itself from the operating system.
    RandomUuidSource();

    /// Always makes the same series; for tests.
    explicit RandomUuidSource(std::uint64_t seed);

    [[nodiscard]] std::string next() override;

private:
    std::mt19937_64 m_engine;
};

} // namespace winnow
