#pragma once

#include "model/ids.h"

#include <cstdint>
#include <span>
#include <vector>

namespace winnow::screening {

/// Records in an order that depends on nothing but their ids and the seed; a record that comes later moves
/// none past another.
[[nodiscard]] std::vector<RecordId> inRandomOrder(std::span<const RecordId> records, std::uint64_t seed);

/// A ranking into which random records are mixed, so that what the ranking overlooks is met as well: evenly
/// spread, a `share` (0 to 1) of the places goes to the next of the random order that did not come yet. Each
/// record comes once.
[[nodiscard]] std::vector<RecordId>
mixed(std::span<const RecordId> ranking, double share, std::uint64_t seed);

} // namespace winnow::screening
