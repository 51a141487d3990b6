#pragma once

#include "model/record.h"

#include <cstddef>
#include <span>
#include <vector>

namespace winnow::bench {

/// `count` records made of real ones: documents of their own, with words of the title, authors, pages and
/// identifiers changed, and for one in five a second record of the same document with the noise of another
/// source (capitals, misprints, short journals, no DOI, no abstract). The same each time.
[[nodiscard]] std::vector<Record> manyRecords(std::span<const Record> real, std::size_t count);

} // namespace winnow::bench
