#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace winnow::screening {

/// A pause longer than this is no work: 5 minutes.
inline constexpr std::int64_t kLongestPauseMs = 300'000;

/// How one reviewer got on.
struct Pace
{
    std::int64_t decisions = 0;
    std::int64_t workedMs = 0;            ///< between decisions, without pauses
    std::optional<std::int64_t> medianMs; ///< from one decision to the next, without pauses
    std::optional<double> recordsPerHour; ///< of the time worked
};

/// From the times of single decisions, in milliseconds and any order. The first decision after a pause
/// counts, its time does not, since nobody knows when the reading began. Clocks that went backwards do no
/// harm: times are sorted.
[[nodiscard]] Pace paceOf(std::span<const std::int64_t> timesMs);

} // namespace winnow::screening
