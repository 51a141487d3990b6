#pragma once

#include "model/record.h"
#include "query/tree.h"

namespace winnow::query {

/// Whether a record matches a query, judged from its plain text word by word: slow, simple, and the measure
/// for the index.
[[nodiscard]] bool matches(const Node &root, const Record &record);

} // namespace winnow::query
