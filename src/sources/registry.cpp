#include "sources/source.h"

#include <algorithm>

namespace winnow::sources {

const Source *findSource(std::string_view id)
{
    const auto all = allSources();
    const auto found = std::ranges::find(all, id, &Source::id);
    return found == all.end() ? nullptr : *found;
}

} // namespace winnow::sources
