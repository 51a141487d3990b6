#pragma once

#include "flow/lines.h"
#include "model/ids.h"
#include "model/report_status.h"
#include "model/source.h"
#include "screening/outcome.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::flow {

/// One imported record as the counting sees it.
struct LedgerRecord
{
    RecordId id;
    RecordId kept;   ///< itself, or the record that stands for its group of duplicates
    SearchId search; ///< through which it came
    screening::Outcome titleAbstract;
    screening::Outcome fullText;
    ReportStatus status = ReportStatus::Sought;
    bool isExcludedByTool = false;         ///< at title and abstract, and by no person
    std::vector<std::string> studies = {}; ///< that its report tells of; none: a study of its own
    bool isOfPreviousStudy = false;        ///< those were in the previous version of the review
};

/// Records that were removed before screening outside Winnow and are known only as a number.
struct LedgerRemoval
{
    std::int64_t count = 0;
    bool byAutomation = false;
    std::string note;
};

/// A number of one line that comes from outside Winnow; it is added to what was counted. Neither of totals
/// nor of parts of other lines.
struct OutsideNumber
{
    LineId line = LineId::Screened;
    std::string name; ///< where the line is a list: of its entry
    std::int64_t count = 0;
    std::string note; ///< where it comes from; may be empty

    bool operator==(const OutsideNumber &) const = default;
};

/// All that the numbers of a flow diagram are computed from.
struct Ledger
{
    std::vector<Source> sources;
    std::vector<Search> searches;
    std::vector<LedgerRecord> records; ///< of live imports only, ascending by id
    std::vector<LedgerRemoval> removals;
    bool isStopped = false; ///< screening ended by a stopping rule: what nobody screened was left out by an
                            ///< automation tool
    std::vector<OutsideNumber> outside = {};
    bool usesTools = false; ///< automation tools took part in screening
};

struct NamedCount
{
    std::string name;
    std::int64_t count = 0;

    bool operator==(const NamedCount &) const = default;
};

/// The reports of one column.
struct ReportCounts
{
    std::int64_t sought = 0;
    std::int64_t notRetrieved = 0;
    std::int64_t lateDuplicates = 0; ///< found when they were read
    std::int64_t assessed = 0;
    std::int64_t awaitingAssessment = 0;     ///< without a verdict at full text, or in conflict
    std::int64_t awaitingClassification = 0; ///< of those assessed, or of ongoing studies
    std::vector<NamedCount> excluded;        ///< per reason, most first

    bool operator==(const ReportCounts &) const = default;
};

/// What a search claimed to have found and what of it was imported, where that is less.
struct MissingHits
{
    std::string source;
    std::int64_t reported = 0;
    std::int64_t imported = 0;

    bool operator==(const MissingHits &) const = default;
};

/// The numbers of a PRISMA 2020 flow diagram (prisma-statement.org). Boxes 2 to 9 concern databases and
/// registers; the column "other methods" has its own numbers. A record that both found is one of databases
/// and registers.
struct Counts
{
    std::vector<NamedCount> databases; ///< identified, per source: all records, also those of duplicates
    std::vector<NamedCount> registers;
    std::vector<NamedCount> furtherSources;
    std::int64_t duplicatesRemoved = 0;
    std::int64_t removedByAutomation = 0;
    std::int64_t leftUnscreened = 0; ///< of these: nobody screened them, since a stopping rule ended it
    std::int64_t removedForOtherReasons = 0;
    std::vector<NamedCount> otherRemovalNotes;
    std::int64_t screened = 0;          ///< records that have a verdict at title and abstract
    std::int64_t awaitingScreening = 0; ///< records without one, or in conflict
    std::int64_t excluded = 0;
    std::vector<NamedCount> excludedReasons;     ///< empty where no exclusion has a reason
    std::optional<std::int64_t> excludedByTools; ///< none where no automation tool was used
    std::optional<std::int64_t> excludedByPeople;
    std::int64_t sought = 0;
    std::int64_t notRetrieved = 0;
    std::int64_t lateDuplicates = 0;
    std::int64_t assessed = 0;
    std::int64_t awaitingAssessment = 0; ///< reports without a verdict at full text, or in conflict
    std::int64_t awaitingClassification = 0;
    std::vector<NamedCount> reportsExcluded; ///< per reason, most first
    std::int64_t studiesIncluded = 0;
    std::int64_t reportsIncluded = 0; ///< of both columns
    /// Identified outside databases and registers and not known from there, per kind of method; those of no
    /// kind by the name of their source.
    std::vector<NamedCount> otherMethods;
    std::int64_t otherDuplicates = 0; ///< of other methods, known already and so in none of those numbers
    std::int64_t otherAwaitingScreening = 0;
    std::int64_t otherExcluded = 0; ///< at title and abstract, for which the column has no box
    ReportCounts otherReports;
    std::optional<std::int64_t> previousStudies; ///< of an updated review
    std::optional<std::int64_t> previousReports;
    std::optional<std::int64_t> studiesInMetaAnalysis;
    std::optional<std::int64_t> reportsInMetaAnalysis;
    bool hasReportOfSeveralStudies = false;
    std::vector<OutsideNumber> outside; ///< what in all these comes from outside Winnow
    std::vector<MissingHits> missingHits;

    bool operator==(const Counts &) const = default;

    [[nodiscard]] std::int64_t identified() const; ///< databases and registers
    [[nodiscard]] bool isFinished() const;         ///< nothing awaits a decision
};

/// The records behind one line, or one entry of a list: as many as the number printed there, less what of it
/// comes from outside; ascending. A record is named by the one that stands for its group, except where
/// sources and duplicates are counted.
struct LineRecords
{
    LineId line = LineId::Screened;
    std::string name;
    std::vector<RecordId> records;
    std::int64_t outside = 0;
};

struct Counted
{
    Counts counts;
    std::vector<LineRecords> lines; ///< in order of LineId; of lists in the order in which they are printed
};

[[nodiscard]] Counted countWithRecords(const Ledger &ledger);
[[nodiscard]] Counts count(const Ledger &ledger);

} // namespace winnow::flow
