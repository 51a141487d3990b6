#pragma once

#include "app/review_facts.h"
#include "publish/document.h"

#include <vector>

namespace winnow::app {

/// Each source with when it was searched and how many records were identified there.
[[nodiscard]] publish::TextTable sourcesTable(const ReviewFacts &facts);

/// Adds each source under a heading of that level, with its search strings as they were run (PRISMA-S item
/// 8).
void addSearchStrategies(const ReviewFacts &facts, int level, std::vector<publish::Block> &blocks);

} // namespace winnow::app
