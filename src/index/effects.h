#pragma once

#include "base/result.h"
#include "base/task.h"
#include "model/ids.h"
#include "query/tree.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace winnow::index {

struct Parts;

/// Where a line of a query stands in the tree.
enum class LineRole {
    Whole,    ///< the query itself, always the first line
    Operand,  ///< of OR
    Group,    ///< of AND, or what stands before AND NOT
    Excluded, ///< behind AND NOT
};

/// What one line of a query - the query, an operand of OR, a group of AND, an exclusion - does to the answer.
/// Under AND NOT, what is found is what is excluded. All counts are of groups of merged records.
struct LineEffect
{
    std::size_t from = 0; ///< bytes of the query text, [from, to)
    std::size_t to = 0;
    LineRole role = LineRole::Operand;
    std::size_t parent = 0;               ///< the line of the AND, OR or AND NOT that it belongs to
    std::size_t depth = 0;                ///< how many lines are above it
    const query::Node *node = nullptr;    ///< of the tree that was asked for
    const query::FieldCode *in = nullptr; ///< in whose parentheses it stands
    std::int64_t hits = 0;                ///< found by it alone
    std::int64_t adds = 0;                ///< Operand: those that no other operand of its group finds
    std::int64_t only = 0; ///< Operand: by how many the answer would be smaller (Excluded: larger) without it
    std::int64_t loses = 0; ///< Group, Excluded: by how many the answer would be larger (smaller) without it
    std::vector<RecordId> lostSeeds; ///< Group, Excluded: the seeds that it keeps out, alone or with others
};

/// A seed that the query does not find.
struct MissedSeed
{
    RecordId seed;
    std::size_t line = 0; ///< the first group, as deep as can be told, that keeps it out; 0: none does alone

    bool operator==(const MissedSeed &) const = default;
};

struct Effects
{
    std::int64_t matching = 0;
    std::vector<MissedSeed> missed; ///< in the order of the seeds
    std::vector<LineEffect> lines;  ///< the query first; a group before its operands
};

/// How records are counted: those of `leftOut` nowhere, and one that another stands for as that other, so
/// that a group is found where one of its members is.
struct Counting
{
    std::vector<RecordId> leftOut;
    std::vector<std::pair<RecordId, RecordId>> standIns; ///< a record, and the one that stands for it
};

/// Takes each line once and reads its records once. Fails with Cancelled when the task is stopped. Throws
/// what Xapian throws.
[[nodiscard]] Result<Effects> effectsOf(const Parts &parts,
                                        const query::Node &root,
                                        const std::vector<RecordId> &seeds,
                                        const Counting &counting,
                                        Task &task);

} // namespace winnow::index
