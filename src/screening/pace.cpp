#include "screening/pace.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace winnow::screening {

Pace paceOf(std::span<const std::int64_t> timesMs)
{
    constexpr double kMsPerHour = 3'600'000;
    std::vector<std::int64_t> times(timesMs.begin(), timesMs.end());
    std::ranges::sort(times);
    std::vector<std::int64_t> gaps;
    for (std::size_t i = 1; i < times.size(); ++i) {
        const std::int64_t gap = times[i] - times[i - 1];
        if (gap <= kLongestPauseMs) {
            gaps.push_back(gap);
        }
    }
    Pace pace;
    pace.decisions = static_cast<std::int64_t>(times.size());
    pace.workedMs = std::accumulate(gaps.begin(), gaps.end(), std::int64_t{0});
    if (!gaps.empty()) {
        const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
        std::ranges::nth_element(gaps, middle);
        pace.medianMs = *middle;
    }
    if (pace.workedMs > 0) {
        pace.recordsPerHour =
            static_cast<double>(gaps.size()) * kMsPerHour / static_cast<double>(pace.workedMs);
    }
    return pace;
}

} // namespace winnow::screening
