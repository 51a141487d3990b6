#include "screening/allocation.h"

#include "screening/sample.h"

#include <algorithm>
#include <array>
#include <string>

namespace winnow::screening {

int reviewersNeeded(const StageSettings &settings, RecordId record)
{
    const int needed = std::max(settings.reviewersPerRecord, 1);
    const bool isShared =
        needed == 1 && isInShare(std::to_string(record.value), settings.secondReviewerShare, settings.seed);
    return isShared ? 2 : needed;
}

bool isAssigned(const StageSettings &settings, RecordId record, std::string_view reviewer)
{
    if (settings.reviewers.empty()) {
        return true;
    }
    std::vector<ReviewerShare> shares;
    shares.reserve(settings.reviewers.size());
    for (const std::string &name : settings.reviewers) {
        shares.push_back({name, 1});
    }
    const std::array key{std::to_string(record.value)};
    const auto needed = static_cast<std::size_t>(reviewersNeeded(settings, record));
    const auto places = allocate(key, shares, {settings.seed, needed, 0});
    return std::ranges::any_of(places.front(),
                               [&](std::size_t place) { return shares[place].reviewer == reviewer; });
}

} // namespace winnow::screening
