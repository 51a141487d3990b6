#pragma once

#include "query/level.h"
#include "query/problem.h"
#include "query/tree.h"

#include <memory>
#include <string_view>
#include <vector>

namespace winnow::query {

/// A parsed query, or the reasons why it cannot be run. `root` is set exactly when no problem is an error.
/// The tree loses nothing of the text: every node knows its bytes, and fixes are edits of the text.
struct Parsed
{
    NodePtr root;
    std::vector<Problem> problems; ///< in order of their places

    [[nodiscard]] bool isOk() const { return root != nullptr; }
};

/// Reads a query in the Scopus advanced-search language. A text may be a list: lines that begin with #1, #2
/// ... and a last one that joins them (#1 AND #2). LIMIT-TO and EXCLUDE become the fields that they stand
/// for. Never throws, never recurses deeper than a fixed bound.
[[nodiscard]] Parsed parse(std::string_view text, Precedence precedence = Precedence::Classic);

} // namespace winnow::query
