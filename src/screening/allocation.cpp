#include "screening/allocation.h"

#include <algorithm>
#include <cstdint>

namespace winnow::screening {

namespace {

/// Spreads a number over all 64 bits (SplitMix64: Steele, Lea and Flood 2014).
std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15U;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9U;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBU;
    return value ^ (value >> 31U);
}

std::uint64_t drawOf(std::uint64_t seed, RecordId record)
{
    return mixed(mixed(seed) ^ static_cast<std::uint64_t>(record.value));
}

std::uint64_t drawOf(std::uint64_t seed, RecordId record, std::string_view reviewer)
{
    std::uint64_t draw = drawOf(seed, record);
    for (const char c : reviewer) {
        draw = mixed(draw ^ static_cast<unsigned char>(c));
    }
    return draw;
}

/// The number that `share` of all draws are below.
std::uint64_t bound(double share)
{
    constexpr double kBits = 4294967296.0; // 2^32: exact in a double, so the same on every machine
    return static_cast<std::uint64_t>(std::clamp(share, 0.0, 1.0) * kBits);
}

} // namespace

int reviewersNeeded(const StageSettings &settings, RecordId record)
{
    const int needed = std::max(settings.reviewersPerRecord, 1);
    const bool isShared = drawOf(settings.seed, record) >> 32U < bound(settings.secondReviewerShare);
    return needed == 1 && isShared ? 2 : needed;
}

bool isAssigned(const StageSettings &settings, RecordId record, std::string_view reviewer)
{
    if (settings.reviewers.empty()) {
        return true;
    }
    if (std::ranges::find(settings.reviewers, reviewer) == settings.reviewers.end()) {
        return false;
    }
    const std::uint64_t own = drawOf(settings.seed, record, reviewer);
    const auto before = std::ranges::count_if(settings.reviewers, [&](const std::string &other) {
        const std::uint64_t draw = drawOf(settings.seed, record, other);
        return draw > own || (draw == own && other < reviewer);
    });
    return before < reviewersNeeded(settings, record);
}

} // namespace winnow::screening
