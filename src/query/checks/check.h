#pragma once

#include "query/level.h"
#include "query/problem.h"

#include <string_view>
#include <vector>

namespace winnow::query {

/// All that can be said about a query from its text alone: the problems of parse() and, when it can be read,
/// what the checks find in its tree. In order of their places; the codes are those of the checks' table.
[[nodiscard]] std::vector<Problem> check(std::string_view text, Precedence precedence = Precedence::Classic);

/// Whether no problem is an error.
[[nodiscard]] bool isAccepted(const std::vector<Problem> &problems);

} // namespace winnow::query
