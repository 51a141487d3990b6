#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::app {

struct DuplicateGroup
{
    RecordId kept;
    std::vector<RecordId> members; ///< the kept one first
    std::string tier;
    std::string rule; ///< why, in words
};

struct DedupeOutcome
{
    std::vector<DuplicateGroup> newGroups; ///< made or enlarged just now
    std::int64_t records = 0;              ///< visible records
    std::int64_t removed = 0;              ///< records that are represented by another, after this run
    std::int64_t removedNow = 0;           ///< of them by this run
    std::int64_t grey = 0;                 ///< pairs that are likely the same, for a person to judge
    std::int64_t conflicts = 0;            ///< groups made now whose members were decided on differently
};

/// Two records that may be the same; a person says.
struct LikelyDuplicate
{
    RecordId a;
    RecordId b;
    double probability = 0; ///< 0 to 1
    std::string why;        ///< in words
    std::string title;      ///< of `a`
};

/// What a look at all records finds beyond what holds already.
struct DuplicateProposal
{
    std::vector<DuplicateGroup> safe;    ///< surely the same: what deduplicate() would link
    std::vector<LikelyDuplicate> likely; ///< the most probable first
};

/// A choice of a field: from which record the group takes it.
using FieldChoice = std::pair<RecordId, std::string>;

/// Groups all visible records that are surely the same and links them; nothing is deleted. What a person
/// split stays apart.
[[nodiscard]] Result<DedupeOutcome> deduplicate(Workspace &workspace, Task &task);

/// The grey tier, the most probable pair first: what deduplicate() leaves for a person. Pairs that a person
/// kept apart are not among them. Nothing is changed.
[[nodiscard]] Result<std::vector<LikelyDuplicate>> likelyDuplicates(Workspace &workspace, Task &task);

/// Both tiers in one look. Nothing is changed.
[[nodiscard]] Result<DuplicateProposal> proposedDuplicates(Workspace &workspace, Task &task);

/// Links proposed groups as one act, and returns those that it linked: what is linked already, is hidden by
/// now or was kept apart since they were proposed is left out.
[[nodiscard]] Result<std::vector<DuplicateGroup>> linkProposed(Workspace &workspace,
                                                               std::span<const DuplicateGroup> groups);

/// Those of the pairs that still wait for a person: visible, neither linked nor kept apart.
[[nodiscard]] Result<std::vector<LikelyDuplicate>> stillLikely(Workspace &workspace,
                                                               std::vector<LikelyDuplicate> pairs);

/// All members of the groups of these records, the one first that would stand for them.
[[nodiscard]] Result<std::vector<RecordId>> membersTogether(Workspace &workspace,
                                                            std::span<const RecordId> records);

/// Links two or more records, with all of their groups, because a person says that they are the same; what
/// they choose is part of the act. Fails with InvalidArgument when they are one already.
[[nodiscard]] Result<DuplicateGroup> mergeDuplicates(Workspace &workspace,
                                                     std::span<const RecordId> records,
                                                     std::span<const FieldChoice> chosen = {});

/// Notes that two records are not the same: they are neither proposed nor linked again. Fails with
/// InvalidArgument when they are one record or in one group, where splitDuplicate() is what helps.
[[nodiscard]] Result<void> keepApart(Workspace &workspace, RecordId a, RecordId b);

/// From now on the group of `record` takes a field, one of dedupe::mergedFields(), from it.
[[nodiscard]] Result<void> chooseField(Workspace &workspace, RecordId record, std::string_view field);

/// All groups that hold now, by their kept record.
[[nodiscard]] Result<std::vector<DuplicateGroup>> duplicateGroups(Workspace &workspace);

/// Takes a record out of its group and keeps it apart from its members; fails with NotFound when it is in
/// none.
[[nodiscard]] Result<void> splitDuplicate(Workspace &workspace, RecordId record);

} // namespace winnow::app
