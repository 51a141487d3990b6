#include "screening/mixing.h"

#include "screening/random.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace winnow::screening {

std::vector<RecordId> inRandomOrder(std::span<const RecordId> records, std::uint64_t seed)
{
    std::vector<std::pair<std::uint64_t, RecordId>> drawn;
    drawn.reserve(records.size());
    for (const RecordId record : records) {
        drawn.emplace_back(seededHash(seed, std::to_string(record.value)), record);
    }
    std::ranges::sort(drawn);
    std::vector<RecordId> order(drawn.size());
    std::ranges::transform(drawn, order.begin(), &std::pair<std::uint64_t, RecordId>::second);
    return order;
}

bool isRandomPlace(std::size_t place, double share)
{
    const double before = static_cast<double>(place) * std::clamp(share, 0.0, 1.0);
    const double after = static_cast<double>(place + 1) * std::clamp(share, 0.0, 1.0);
    return std::floor(after) > std::floor(before);
}

} // namespace winnow::screening
