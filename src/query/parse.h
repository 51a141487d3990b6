#pragma once

#include "query/problem.h"
#include "query/tree.h"

#include <memory>
#include <string_view>
#include <vector>

namespace winnow::query {

/// How operators bind. Classic is what Scopus documents: OR, then W/n and PRE/n, then AND, then AND NOT.
enum class Precedence { Classic, Standard };

/// A parsed query, or the reasons why it cannot be run. `root` is set exactly when no problem is an error.
struct Parsed
{
    std::shared_ptr<const Node> root;
    std::vector<Problem> problems;

    [[nodiscard]] bool isOk() const { return root != nullptr; }
};

/// Reads a query in the Scopus advanced-search language. Never throws, never recurses deeper than a fixed
/// bound.
[[nodiscard]] Parsed parse(std::string_view text, Precedence precedence = Precedence::Classic);

} // namespace winnow::query
