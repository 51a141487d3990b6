#pragma once

#include "model/ids.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow {

/// What an entry of the event log says happened. Judgement is nothing but the fold over these.
enum class EventKind {
    SearchRun,
    Import,
    DuplicatesMerged, ///< one group; its members are in `detail`
    DuplicateSplit,   ///< one record leaves its group and is kept apart from its members
    RecordsKeptApart, ///< two records are not the same; the other is in `detail`
    FieldChosen,      ///< in its group, the field named by `reason` is taken from this record
    Removal,          ///< records that were removed before screening outside Winnow, as a number with a note
    Decision,
    TablesLoaded,
    Retraction, ///< undo: `retracts` names the event that no longer holds
};

/// The word in the review file and in the log; never changes.
[[nodiscard]] std::string_view toString(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromString(std::string_view name);

/// One line of the audit trail. Events of one act of the user share `op`.
struct Event
{
    EventId id;
    std::string uuid;
    std::int64_t op = 0; ///< number of the act: the id of its first event
    std::string atUtc;
    std::string reviewer;
    EventKind kind = EventKind::Decision;
    std::string stage;
    std::string subjectKind; ///< "record", "import", "search", "review"
    std::int64_t subject = 0;
    std::string verdict;
    std::string reason;
    std::string detail; ///< JSON object, or empty
    std::optional<EventId> retracts;
    std::string appVersion;
};

} // namespace winnow
