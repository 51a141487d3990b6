#pragma once

#include "query/lexer.h"
#include "query/problem.h"

#include <span>
#include <string_view>
#include <vector>

namespace winnow::query {

/// The faults that tokens have wherever they stand: marks never closed, what was pasted along with the query,
/// the syntax of other databases, which would else be taken for words. Warnings too: typographic quotation
/// marks are read as the plain ones.
[[nodiscard]] std::vector<Problem> findTokenFaults(std::string_view query, std::span<const Token> tokens);

} // namespace winnow::query
