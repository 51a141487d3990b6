#pragma once

#include "base/result.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sources {

/// One name and value of a form, or of what follows "?" in a URL.
struct Parameter
{
    std::string_view name; ///< outlives the parameter: a literal or a name of Source::parameters
    std::string value;
};

/// A query in its parts.
struct QueryText
{
    std::string expression; ///< on one line; empty where there are parameters alone
    std::vector<Parameter> parameters;
};

/// Takes the lines "name=value" with one of `names` off the end of a query. Fails when nothing is left to
/// ask, or when a parameter is given twice.
[[nodiscard]] Result<QueryText> queryText(std::string_view query, std::span<const std::string_view> names);

} // namespace winnow::sources
