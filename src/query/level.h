#pragma once

#include "query/lexer.h"
#include "query/problem.h"

#include <optional>
#include <string_view>
#include <vector>

namespace winnow::query {

/// How operators bind. Classic is what Scopus documents: OR, then W/n and PRE/n, then AND, then AND NOT.
/// Standard is what most other databases do: W/n and PRE/n, then AND and AND NOT from left to right, then OR.
enum class Precedence { Classic, Standard };

/// The operators and operands between one pair of parentheses, as written.
struct Level
{
    enum class Operator { Or, Near, And, AndNot };

    struct Operand
    {
        std::size_t from = 0; ///< bytes of the query text, [from, to)
        std::size_t to = 0;
    };

    std::vector<Operand> operands;
    std::vector<Operator> operators; ///< one less than operands
};

/// W01: where the two precedences read a level differently, what each makes of it; the fix writes the
/// parentheses of `chosen`.
[[nodiscard]] std::optional<Problem>
findDoubleReading(std::string_view query, const Level &level, Precedence chosen);

} // namespace winnow::query
