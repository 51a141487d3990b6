#pragma once

#include "base/task.h"
#include "dedupe/traits.h"

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace winnow::dedupe {

/// Places of two records in a list, the lower one first.
using Pair = std::pair<std::uint32_t, std::uint32_t>;

/// The pairs that may be the same: those with an identifier, an end of the title or of the abstract, or a
/// page in common. Each once, ascending. `records` are to be in the order of comesBefore(). Where very many
/// records have one thing in common only those near each other are paired, so that the cost grows with the
/// number of records and not with its square.
[[nodiscard]] std::vector<Pair> pairsToCompare(std::span<const Traits> records, Task &task);

} // namespace winnow::dedupe
