#pragma once

#include "query/tree.h"

#include <string>

namespace winnow::query {

/// The normalised form of a query: fields in capitals, every operator written, every group in parentheses, so
/// that it means the same under any precedence. Parsing it gives the same tree.
[[nodiscard]] std::string printNormalised(const Node &root);

} // namespace winnow::query
