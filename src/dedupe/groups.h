#pragma once

#include "base/task.h"
#include "dedupe/traits.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace winnow::dedupe {

using RecordPair = std::pair<RecordId, RecordId>;

/// What holds already and stays so.
struct Settled
{
    std::span<const RecordPair> together;
    std::span<const RecordPair> apart; ///< as a person said; neither grouped nor proposed again
};

/// Records that are surely the same.
struct Group
{
    RecordId kept;
    std::vector<RecordId> members; ///< ascending, the kept one too; two or more
    std::string why;               ///< in words; of the weakest link that made the group
};

/// Two records, of different groups or of none, that may be the same; a person says.
struct GreyPair
{
    RecordId a; ///< the lower id
    RecordId b;
    double probability = 0; ///< 0 to 1
    std::string why;
};

struct Proposal
{
    std::vector<Group> groups;  ///< ascending by their lowest id
    std::vector<GreyPair> grey; ///< the most probable first; one between two groups
};

/// The record that is to stand for others: of the best rank, then one with an abstract, then with most
/// fields, then of the lowest id. `records` are one or more.
[[nodiscard]] RecordId keptOf(std::span<const Traits> records);

/// Finds what is the same. A group holds no two records that contradict one another: where a chain of
/// likeness leads to such two, its weakest link stays a grey pair. The answer depends on what the records say
/// and on their ids, not on their order. Stopped by `task`, it gives what it has; the caller is to ask
/// isStopped().
[[nodiscard]] Proposal findDuplicates(std::vector<Traits> records, const Settled &settled, Task &task);

} // namespace winnow::dedupe
