#pragma once

#include "model/ids.h"
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
};

/// Records that were removed before screening outside Winnow and are known only as a number.
struct LedgerRemoval
{
    std::int64_t count = 0;
    bool byAutomation = false;
    std::string note;
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
};

struct NamedCount
{
    std::string name;
    std::int64_t count = 0;

    bool operator==(const NamedCount &) const = default;
};

/// The numbers of a PRISMA 2020 flow diagram (prisma-statement.org, "new review"). Boxes 2 to 10 concern
/// databases and registers; the column "other methods" has its own numbers.
struct Counts
{
    std::vector<NamedCount> databases; ///< identified, per source
    std::vector<NamedCount> registers;
    std::int64_t duplicatesRemoved = 0;
    std::int64_t removedByAutomation = 0;
    std::int64_t removedForOtherReasons = 0;
    std::vector<NamedCount> otherRemovalNotes;
    std::int64_t screened = 0;          ///< records that have a verdict at title and abstract
    std::int64_t awaitingScreening = 0; ///< records without one, or in conflict
    std::int64_t excluded = 0;
    std::int64_t sought = 0;
    std::int64_t notRetrieved = 0;
    std::int64_t assessed = 0;
    std::int64_t awaitingAssessment = 0;     ///< reports without a verdict at full text, or in conflict
    std::vector<NamedCount> reportsExcluded; ///< per reason, most first
    std::int64_t studiesIncluded = 0;
    std::int64_t reportsIncluded = 0;
    std::vector<NamedCount> otherMethods; ///< identified outside databases and registers, per kind or name

    bool operator==(const Counts &) const = default;

    [[nodiscard]] std::int64_t identified() const; ///< databases and registers
    [[nodiscard]] bool isFinished() const;         ///< nothing awaits a decision
};

[[nodiscard]] Counts count(const Ledger &ledger);

} // namespace winnow::flow
