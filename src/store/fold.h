#pragma once

#include "model/decision.h"
#include "model/event.h"

#include <compare>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

namespace winnow::store {

/// How one record came to be represented by another.
struct DuplicateLink
{
    RecordId kept;
    std::string tier; ///< "safe", or "person" where a person said so
    std::string rule; ///< in words, such as "same DOI"

    bool operator==(const DuplicateLink &) const = default;
};

/// Everything that was judged, as it holds now.
struct Judged
{
    std::map<std::tuple<RecordId, Stage, std::string>, Decision> decisions;
    std::map<RecordId, DuplicateLink> duplicates;
    std::set<std::pair<RecordId, RecordId>> keptApart; ///< lower id first
    std::map<std::pair<RecordId, std::string>, EventId>
        fieldChoices; ///< that a group takes a field from a record; the last one holds
    std::set<ImportId> liveImports;
    std::map<RecordId, RecordId>
        inherited; ///< a hidden record and the visible one that its group was left to

    bool operator==(const Judged &) const = default;
};

/// The records of one import; their ids follow one another.
struct ImportRange
{
    ImportId import;
    RecordId first;
    RecordId last;
};

/// Folds events, in order of clock and uuid, into what holds now: an event counts unless another retracts it.
/// A record of an import that is not live neither represents nor is represented, but what was decided on it
/// holds for what is left of its group.
[[nodiscard]] Judged fold(std::span<const Event> events, std::span<const ImportRange> imports);

} // namespace winnow::store
