#pragma once

#include "model/ids.h"

#include <cstdint>
#include <span>
#include <vector>

namespace winnow::screening {

/// Records in an order that depends on nothing but their ids and the seed; a record that comes later moves
/// none past another.
[[nodiscard]] std::vector<RecordId> inRandomOrder(std::span<const RecordId> records, std::uint64_t seed);

/// Whether the place (from 0) of a ranked list goes to the next record of the random order, so that what the
/// ranking overlooks is met as well: evenly spread, a `share` (0 to 1) of all places does.
[[nodiscard]] bool isRandomPlace(std::size_t place, double share);

} // namespace winnow::screening
