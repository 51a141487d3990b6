#pragma once

#include "query/level.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// A query after its fixes, and the codes of the problems that they were for, in order.
struct Mended
{
    std::string text;
    std::vector<std::string> codes;
};

/// Applies the fixes of all problems of one code, or of every code where it is empty, again and again until
/// none is left to apply; not more than a fixed number of times. A fix after which a query could no longer be
/// read is not applied.
[[nodiscard]] Mended
mend(std::string_view text, std::string_view code = {}, Precedence precedence = Precedence::Classic);

} // namespace winnow::query
