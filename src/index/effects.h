#pragma once

#include "index/bitset.h"
#include "model/ids.h"
#include "query/tree.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace winnow::index {

struct Parts;

/// Where a line of a query stands in the tree.
enum class LineRole {
    Operand,  ///< of OR
    Group,    ///< of AND, or what stands before AND NOT
    Excluded, ///< behind AND NOT
};

/// What one line of a query - an operand of OR, a group of AND, an exclusion - does to the answer. Under
/// AND NOT, what is found is what is excluded.
struct LineEffect
{
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    LineRole role = LineRole::Operand;
    std::size_t parent = 0;          ///< first byte of the AND, OR or AND NOT that it belongs to
    std::int64_t hits = 0;           ///< records found by it alone
    std::int64_t adds = 0;           ///< Operand: those that no other operand of its group finds
    std::int64_t only = 0;           ///< Operand: those of the answer that would go with it
    std::int64_t loses = 0;          ///< Group, Excluded: those that would come into the answer without it
    std::vector<RecordId> lostSeeds; ///< Group, Excluded: the seeds that it keeps out, alone or with others
};

struct Effects
{
    std::int64_t matching = 0;
    std::vector<RecordId> missedSeeds; ///< those that the query does not find
    std::vector<LineEffect> lines;     ///< a group before its operands
};

/// Takes each line once and reads its records once. Records of `leftOut` count nowhere. Throws what Xapian
/// throws.
[[nodiscard]] Effects effectsOf(const Parts &parts,
                                const query::Node &root,
                                const std::vector<RecordId> &seeds,
                                const std::vector<RecordId> &leftOut);

} // namespace winnow::index
