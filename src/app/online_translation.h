#pragma once

#include "base/result.h"
#include "query/level.h"
#include "query/tree.h"
#include "sources/source.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// What a source cannot be asked as it was written.
struct OnlineLoss
{
    std::size_t from = 0; ///< bytes of the query, [from, to)
    std::size_t to = 0;
    std::string message;
    bool mayMiss = false; ///< records that match the query may be missed; else only more of them come
};

/// A query in the language of a source.
struct OnlineTranslation
{
    std::string text;
    std::vector<OnlineLoss> losses; ///< in order of their places
    bool isSuperset = false;        ///< the source finds all that the query asks for, and maybe more
};

/// Fails with Unsupported where the source cannot be asked the query at all.
[[nodiscard]] Result<OnlineTranslation> translateFor(const sources::Source &source, const query::Node &root);

/// The same from the text of the query; asks nobody. Fails with NotFound where there is no such source.
[[nodiscard]] Result<OnlineTranslation>
translateForSource(std::string_view sourceId, std::string_view query, query::Precedence precedence);

} // namespace winnow::app
