#pragma once

#include "query/dialects/dialect.h"
#include "query/dialects/support/ask.h"

#include <optional>
#include <vector>

namespace winnow::query {

/// A query of which only that is left which a target can be asked.
struct Relaxed
{
    std::optional<Ask> root;  ///< nothing: the target cannot be asked
    std::vector<Loss> losses; ///< in order of their places, each once

    /// Whether all that matches the query matches `root`; true exactly when there is a root and no loss may
    /// miss records.
    bool isSuperset = false;
};

/// Widens a query to what a target can be asked. What cannot be asked is dropped from an AND and takes its
/// whole OR along; what is taken away by AND NOT is made narrower instead, or not taken away.
[[nodiscard]] Relaxed relax(const Node &root, const Capabilities &target);

} // namespace winnow::query
