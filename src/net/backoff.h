#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace winnow::net {

/// How long to wait before trying again. Chance keeps those who failed together from coming back together.
class Backoff
{
public:
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, std::uint64_t seed);

    /// The wait after try number `tried`, counted from 1: twice that of the try before, at most `most`, and
    /// of that between a half and all by chance.
    [[nodiscard]] std::chrono::milliseconds afterTry(int tried);

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    std::mt19937_64 m_engine;
};

} // namespace winnow::net
