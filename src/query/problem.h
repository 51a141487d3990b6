#pragma once

#include <cstddef>
#include <string>

namespace winnow::query {

enum class ProblemSeverity { Error, Warning };

/// Something wrong with one stretch of a query.
struct Problem
{
    std::string code; ///< of the check, such as "E01"
    ProblemSeverity severity = ProblemSeverity::Error;
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    std::string message; ///< a sentence for people that says what to do
};

} // namespace winnow::query
