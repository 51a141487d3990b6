#pragma once

#include "model/record.h"
#include "query/tree.h"

namespace winnow::query {

/// What can be said of a record: where a record holds nothing of what is asked for - no abstract, or nothing
/// of a field that no import brings - nobody can know.
enum class Truth { No, Unknown, Yes };

/// Whether a record matches a query, judged from its plain text word by word in the logic of Kleene: slow,
/// simple, and the measure for the index.
[[nodiscard]] Truth judge(const Node &root, const Record &record);

/// Whether it surely does.
[[nodiscard]] bool matches(const Node &root, const Record &record);

} // namespace winnow::query
