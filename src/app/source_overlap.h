#pragma once

#include "app/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace winnow::app {

/// What one source brought. Documents are groups of duplicates and records without any.
struct SourceShare
{
    std::string source;
    std::int64_t records = 0;
    std::int64_t documents = 0;
    std::int64_t onlyHere = 0;        ///< documents that no other source brought
    std::vector<std::int64_t> shared; ///< documents that each source brought too, in their order; itself: all
};

struct SourceOverlap
{
    std::vector<SourceShare> sources; ///< by name
    std::int64_t documents = 0;
};

/// Which source found what, as far as duplicates were linked.
[[nodiscard]] Result<SourceOverlap> sourceOverlap(Workspace &workspace);

} // namespace winnow::app
