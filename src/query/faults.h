#pragma once

#include "query/lexer.h"
#include "query/problem.h"

#include <optional>
#include <span>

namespace winnow::query {

/// The first fault that a token has wherever it stands: marks never closed, typographic quotation marks, the
/// syntax of another database, which would else be taken for words.
[[nodiscard]] std::optional<Problem> findTokenFault(std::span<const Token> tokens);

} // namespace winnow::query
