#include "query/dialects/dialect.h"

#include <algorithm>

namespace winnow::query {

const Dialect *findDialect(std::string_view id)
{
    const auto all = allDialects();
    const auto found = std::ranges::find(all, id, &Dialect::id);
    return found == all.end() ? nullptr : *found;
}

} // namespace winnow::query
