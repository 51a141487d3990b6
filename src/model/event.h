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
    ScreeningSet,     ///< how a stage is screened, whole, in `detail`
    ScreeningOpened,  ///< the verdicts of all at a stage, or of one record there, may be seen from now on
    ConflictResolved, ///< the verdict that holds for a record at a stage, whatever the reviewers said
    RecordSkipped,    ///< put off by the reviewer at a stage
    LabelAdded,       ///< the label is `reason`
    LabelRemoved,
    LabelRenamed, ///< all the reviewer's labels `reason` are called as `detail` says
    NoteWritten,  ///< the reviewer's note on a record is `detail`; without one there is none any more
    Appraised,    ///< a judgement on the risk of bias in the domain `reason`: `verdict`, its tool in `detail`
    AppraisalAnswered, ///< the answer `verdict` to the question `reason` of the tool in `detail`
    PilotDrawn,        ///< the records that all reviewers of a stage begin with, in `detail`
    RankingComputed,
    StoppingChecked, ///< a rule, its numbers and what it said
    TablesLoaded,
    ReportStatusSet, ///< what became of a record's report: `verdict`; `reason` says why
    ReportOfStudy,   ///< the studies that a record's report tells of, in `detail`
    FlowNumberNoted, ///< a number of the flow diagram from outside Winnow, in `detail`
    FlowSnapshot,    ///< the numbers of the flow diagram as they were, in `detail`; `reason` is its name
    FormPublished,   ///< a form to fill in, whole, in `detail`; `reason` is its id
    ValueExtracted,  ///< what the reviewer says of the field `reason` of the form in `detail`
    ValueAgreed,     ///< what holds of it, whatever the extractors said; without a value: nothing was agreed
    EvidenceNoted,   ///< evidence from outside the literature under the key `reason`, in `detail`
    BroughtIn,       ///< heads an act that brings in what others said
    ReportTextSet,   ///< the texts that people write for the report, whole, in `detail`
    FileAttached,    ///< a file is the full text of a record's report; which one is in `detail`
    FileDetached,    ///< it is not, or not wanted any longer
    FullTextSought,  ///< sources were asked for a copy of a record's report that all may read; see `detail`
    Retraction,      ///< undo: `retracts` names the event that no longer holds
};

/// The word in the review file and in the log; never changes.
[[nodiscard]] std::string_view toString(EventKind kind);
[[nodiscard]] std::optional<EventKind> eventKindFromString(std::string_view name);

/// One line of the audit trail. Events of one act of the user share `op`. What holds is the fold of all live
/// events in order of `clock`, then of `uuid`: an order that does not depend on clocks on walls, nor on which
/// copy of the review they came from first.
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
    std::int64_t clock = 0; ///< one more than of the newest event that its writer knew
};

} // namespace winnow
