#pragma once

#include "query/dialects/support/capabilities.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace winnow::query {

/// What a node of a relaxed query is.
enum class AskKind {
    And,
    Or,
    AndNot, ///< what must be, then all that must not be
    Words,  ///< words side by side in one field
    Years,  ///< published in a range of years
    Values, ///< one of several values of a field
};

/// The years [from, to].
struct YearRange
{
    static constexpr int kFirst = 0;
    static constexpr int kLast = 9999;

    int from = kFirst;
    int to = kLast;

    [[nodiscard]] bool isEmpty() const { return from > to; }

    [[nodiscard]] bool hasFrom() const { return from > kFirst; }

    [[nodiscard]] bool hasTo() const { return to < kLast; }

    /// The ends, for targets that need both; `open` stands for one that is not there.
    [[nodiscard]] int firstOr(int open) const { return hasFrom() ? from : std::min(open, to); }

    [[nodiscard]] int lastOr(int open) const { return hasTo() ? to : std::max(open, from); }
};

/// A value as the query has it, in comparable form, and in the words of the target.
struct SpelledValue
{
    std::string asked;
    std::string spelling;
};

/// One node of a query that a target can be asked. Independent of its syntax; never empty: what has children
/// has two or more.
struct Ask
{
    AskKind kind = AskKind::Words;
    std::vector<Ask> children;

    const TargetField *field = nullptr; ///< Words
    std::vector<std::string> words;     ///< Words: letters and digits; one may end in *

    YearRange years; ///< Years

    const TargetValues *valueField = nullptr; ///< Values
    std::vector<SpelledValue> values;         ///< Values
};

/// Calls `visit` for a node and all below it.
template <class Visit>
void forEachAsk(const Ask &ask, const Visit &visit)
{
    visit(ask);
    for (const Ask &child : ask.children) {
        forEachAsk(child, visit);
    }
}

/// Whether nothing can be found: years that exclude one another. Only a whole query can be that, not a part
/// of what andOf() and orOf() give.
[[nodiscard]] bool isImpossible(const Ask &ask);

/// All of `parts` (at least one): nested ones are flattened, and their ranges of years become one.
[[nodiscard]] Ask andOf(std::vector<Ask> parts);

/// Any of `parts` (at least one): nested ones are flattened, values of one field and years that follow one
/// another are joined.
[[nodiscard]] Ask orOf(std::vector<Ask> parts);

} // namespace winnow::query
