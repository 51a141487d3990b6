#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>

namespace winnow::pdf {

/// What a file may cost. A process that goes beyond it is ended, and the next request begins a new one.
struct Limits
{
    std::chrono::milliseconds request{20'000}; ///< for one answer, by the clock
    std::chrono::milliseconds file{300'000};   ///< for readText()
    std::uint64_t memoryBytes = 1'500'000'000; ///< of the process, with all libraries
    std::size_t mostPixels = 36'000'000;       ///< of one picture
    std::size_t mostTextBytes = 256U << 20U;   ///< of readText()
    std::filesystem::path helper{};            ///< of tests: what is started in place of winnow-pdf
};

} // namespace winnow::pdf
