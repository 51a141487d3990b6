#pragma once

#include "query/dialects/support/ask.h"
#include "query/tree.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::query {

/// Which way a query may be changed.
enum class Direction {
    Wider,   ///< all that matches must still match
    Narrower ///< nothing else may match
};

/// Where a term is looked for.
struct TermPlace
{
    const FieldCode *code = nullptr;    ///< as the query has it
    const TargetField *field = nullptr; ///< as the target has it; nullptr: it has none
    Direction direction = Direction::Wider;
    bool mayMiss = true; ///< whether less may be asked than the query does, if that is told
};

/// What is told of a term.
struct TermNote
{
    std::string message;
    bool mayMiss = false;
};

/// A term, or nothing where it cannot be asked; notes tell what was changed, or why it cannot be.
[[nodiscard]] std::optional<Ask>
relaxTerm(const Node &term, const TermPlace &place, const Capabilities &target, std::vector<TermNote> &notes);

/// Whether a target that stems surely takes two words for the same: regular plurals.
[[nodiscard]] bool haveOneStem(std::string_view word, std::string_view other);

} // namespace winnow::query
