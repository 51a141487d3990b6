#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

enum class ProblemSeverity { Error, Warning, Info };

/// One change of a query's text: the bytes [from, to) become `text`.
struct Edit
{
    std::size_t from = 0;
    std::size_t to = 0;
    std::string text;

    bool operator==(const Edit &) const = default;
};

/// A way to put a problem right.
struct Fix
{
    std::string label;       ///< what it does, for a button: "Write AND NOT"
    std::vector<Edit> edits; ///< ascending, without overlap
};

/// Something wrong with one stretch of a query.
struct Problem
{
    std::string code; ///< of the check, such as "E01"
    ProblemSeverity severity = ProblemSeverity::Error;
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    std::string message;    ///< a sentence for people that says what to do
    std::optional<Fix> fix; ///< where one can be offered
};

/// Puts `opening`, which ends with a parenthesis, in front of byte `at`; behind a blank where it would else
/// become one word with what stands there, which a parenthesis makes the name of a field.
[[nodiscard]] Edit openedAt(std::string_view query, std::size_t at, std::string_view opening = "(");

/// The text with all edits of a fix made.
[[nodiscard]] std::string withFix(std::string_view query, const Fix &fix);

} // namespace winnow::query
