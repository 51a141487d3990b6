#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::query::test {

/// One line "query => outcome" of a table of tests/data/query.
struct Case
{
    std::string line;
    std::string query;
    std::string outcome;
};

/// The cases of a table. " / " in a query stands for a line end, of the same length so that places stay
/// right.
[[nodiscard]] std::vector<Case> casesOf(std::string_view table);

/// The same text with every " / " made a line end.
[[nodiscard]] std::string withLineEnds(std::string text);

/// All real queries, as their names and texts; empty where they are missing.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> realQueries();

} // namespace winnow::query::test
