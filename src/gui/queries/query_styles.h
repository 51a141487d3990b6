#pragma once

#include "gui/queries/query_places.h"

#include <string>
#include <vector>

namespace winnow::gui {

/// What a stretch of a query is, for its colour.
enum class QueryPart { Field, Operator, Phrase, Exact, Wildcard, Number, Bracket };

struct StyledSpan
{
    TextSpan span;
    QueryPart part = QueryPart::Field;
};

/// The parts of a query that have a colour, in order; wildcards follow the words that they stand in. What is
/// not told apart by the language, such as words, has none.
[[nodiscard]] std::vector<StyledSpan> styledSpans(const std::string &query);

} // namespace winnow::gui
