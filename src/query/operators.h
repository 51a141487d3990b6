#pragma once

#include "query/lexer.h"
#include "query/tree.h"

#include <optional>
#include <string_view>

namespace winnow::query {

/// Whether a token is this word, letter case aside.
[[nodiscard]] bool isWord(const Token &token, std::string_view upperCase);

/// A number of digits alone; nothing where it is too large.
[[nodiscard]] std::optional<int> numberFrom(std::string_view text);

/// W/n or PRE/n.
struct ProximityOperator
{
    bool isOrdered = false;
    std::optional<int> distance; ///< nothing where n is missing or out of range
};

[[nodiscard]] std::optional<ProximityOperator> proximityFrom(const Token &token);

/// < > = and the older BEF AFT IS.
[[nodiscard]] std::optional<Comparison> comparisonFrom(const Token &token);

} // namespace winnow::query
