#pragma once

#include "base/result.h"
#include "index/index.h"

#include <xapian.h>

#include <cstddef>
#include <filesystem>

namespace winnow::index {

/// What an index says of itself.
struct StoredStamp
{
    Stamp stamp;
    std::size_t wordCount = 0;
    std::size_t gapCount = 0;
    std::uint64_t forwardUnits = 0;
};

void writeStamp(Xapian::WritableDatabase &database, const StoredStamp &stored);

/// Fails with WrongFormat where the index has no stamp or another layout.
[[nodiscard]] Result<StoredStamp> readStamp(const Xapian::Database &database,
                                            const std::filesystem::path &folder);

} // namespace winnow::index
