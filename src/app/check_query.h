#pragma once

#include "query/level.h"
#include "query/problem.h"
#include "query/tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A query and all that is to be said about it.
struct CheckedText
{
    std::string text;
    std::vector<query::Problem> problems; ///< in order of their places
    query::NodePtr root;                  ///< nullptr where the query cannot be read
    bool isOk = false;                    ///< no problem is an error

    std::vector<std::string> mendedCodes; ///< of the fixes that were applied before
};

/// Which fixes to apply to a query before it is checked.
struct Mending
{
    bool isWanted = false;
    std::string code; ///< of the problems to mend; empty: all
};

/// Checks a query; `mending` changes its text first.
[[nodiscard]] CheckedText
checkQuery(std::string_view text, query::Precedence precedence, const Mending &mending = {});

/// "warning W03: words side by side ... (line 1, column 15)" with the place marked underneath.
[[nodiscard]] std::string problemText(std::string_view query, const query::Problem &problem);

/// "error", "warning" or "info".
[[nodiscard]] std::string_view severityName(query::ProblemSeverity severity);

} // namespace winnow::app
