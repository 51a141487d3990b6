#pragma once

#include "base/task.h"
#include "model/ids.h"
#include "model/record.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace winnow::dedupe {

/// What deduplication needs to know of a record.
struct Candidate
{
    RecordId id;
    int rank = 0; ///< 0 for databases, 1 for registers, 2 for other sources: the lowest is kept
    bool hasAbstract = false;
    std::string doi;
    std::string pmid;
    std::string eid;
    std::string titleKey; ///< folded title, year and first author; empty where one of them is missing
};

[[nodiscard]] Candidate candidateOf(RecordId id, const Record &record, int rank);

struct Group
{
    RecordId kept;
    std::vector<RecordId> members; ///< ascending, the kept one too; two or more
    std::string rule;              ///< in words: "same DOI"; several are joined by ", "
};

/// Groups of records that are the same by DOI, PMID, EID or by folded title, year and first author, ascending
/// by their lowest id. Two records of `apart` never come into one group, and a group once made by hand
/// (`together`) stays. The answer does not depend on the order of the input. Kept is the best rank, then the
/// one with an abstract, then the lowest id.
[[nodiscard]] std::vector<Group> findGroups(std::span<const Candidate> candidates,
                                            std::span<const std::pair<RecordId, RecordId>> together,
                                            std::span<const std::pair<RecordId, RecordId>> apart);

} // namespace winnow::dedupe
