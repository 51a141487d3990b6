#pragma once

#include "query/tree.h"

#include <string_view>
#include <vector>

namespace winnow::query {

/// A stretch of a text in bytes, [from, to).
struct TextSpan
{
    std::size_t from = 0;
    std::size_t to = 0;

    auto
    operator<=>(const TextSpan &) const = default; // NOLINT(modernize-use-nullptr): of clang-tidy 14, at <=>
};

/// The words and phrases of a text in `field` that the query asks for, ascending and without overlap; what
/// stands behind AND NOT is not asked for. Authors stands for all fields of names, Keywords for index terms
/// too.
[[nodiscard]] std::vector<TextSpan> matchedSpans(const Node &root, Field field, std::string_view text);

} // namespace winnow::query
