#pragma once

#include "query/tree.h"

namespace winnow::query {

/// Whether two queries ask for the same in the same tree. Where something stood in its text, whether an AND
/// was written and whether a field was written as LIMIT-TO do not count.
[[nodiscard]] bool sameTree(const Node &left, const Node &right);

} // namespace winnow::query
