#pragma once

#include "base/result.h"
#include "flow/counts.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace winnow::flow {

/// The diagrams that PRISMA publishes.
enum class Variant {
    NewDatabases,     ///< PRISMA 2020, new review, databases and registers only
    NewOther,         ///< the same with other methods
    UpdatedDatabases, ///< PRISMA 2020, updated review
    UpdatedOther,
    Prisma2009, ///< four phases
};

[[nodiscard]] bool isUpdated(Variant variant);
[[nodiscard]] bool hasOtherMethods(Variant variant);

/// "new-db", "new-other", "updated-db", "updated-other", "2009".
[[nodiscard]] std::string_view toString(Variant variant);
[[nodiscard]] std::optional<Variant> variantFromString(std::string_view name);

/// A number of a diagram as somebody entered it.
struct Number
{
    std::optional<std::int64_t> value; ///< none: the line is not drawn, or cannot be read
    std::string unreadable;            ///< what stands there instead, as "xxx"

    [[nodiscard]] bool isDrawn() const { return value.has_value() || !unreadable.empty(); }

    bool operator==(const Number &) const = default;
};

struct Line
{
    std::string name; ///< empty: a number without words
    Number number;

    bool operator==(const Line &) const = default;
};

/// Studies and the reports of them.
struct StudyNumbers
{
    Number studies;
    Number reports;

    bool operator==(const StudyNumbers &) const = default;
};

/// The reports of one column, from the search for them to their assessment.
struct ReportNumbers
{
    Number sought;
    Number notRetrieved;
    Number lateDuplicates; ///< found when they were read
    Number assessed;
    Number notAssessedYet;      ///< in a review that is not finished; not among those assessed
    Number awaiting;            ///< of those assessed: awaiting classification, or of ongoing studies
    std::vector<Line> excluded; ///< by reason

    bool operator==(const ReportNumbers &) const = default;
};

/// The numbers of the PRISMA 2009 diagram.
struct Numbers2009
{
    Number found;
    Number foundOther;
    Number withoutDuplicates;
    Number screened;
    Number excluded;
    Number fullText;
    Number fullTextExcluded;
    std::vector<Line> reasons;
    Number lateAdded; ///< studies that came in by later searches
    Number qualitative;
    Number quantitative;

    bool operator==(const Numbers2009 &) const = default;
};

/// All numbers that a flow diagram can print, whether counted by Winnow or entered elsewhere.
struct Numbers
{
    Variant variant = Variant::NewDatabases;
    StudyNumbers previous;
    Number databases;
    std::vector<Line> databaseList;
    Number registers;
    std::vector<Line> registerList;
    std::vector<Line> furtherSources; ///< more lines of the box of databases and registers
    Number duplicates;
    Number byAutomation;
    Number otherRemoved;
    Number leftUnscreened; ///< of those by automation: a stopping rule ended screening before them
    std::vector<Line> otherRemovedList;
    Number awaitingScreening;
    Number screened;
    Number excluded;
    std::vector<Line> excludedReasons; ///< at title and abstract
    Number excludedByPeople;           ///< of those excluded
    Number excludedByTools;
    ReportNumbers reports;       ///< of databases and registers
    std::vector<Line> otherList; ///< websites, organisations, citation searching and any other
    Number otherDuplicates;      ///< of other methods, known already: in none of that column's numbers
    Number otherAwaitingScreening;
    ReportNumbers otherReports;
    StudyNumbers included; ///< new ones, where the review is updated
    StudyNumbers total;
    StudyNumbers metaAnalysis;
    Numbers2009 of2009;
    std::map<std::string, std::string> explanations; ///< by rule: why numbers differ that should be equal
    std::vector<OutsideNumber> outside;              ///< what in these numbers Winnow did not count itself
    std::vector<std::string> remarks;                ///< a sentence each that readers of the diagram need

    bool operator==(const Numbers &) const = default;
};

/// Of those lines whose number is known; none where none is.
[[nodiscard]] Number knownSumOf(const std::vector<Line> &lines);

/// No number is known: the diagram is the empty template.
[[nodiscard]] bool isBlank(const Numbers &numbers);

/// Nothing awaits a decision.
[[nodiscard]] bool isFinished(const Numbers &numbers);

/// The same numbers for another diagram. PRISMA 2009 has no column of other methods and no box for reports
/// that were not retrieved: there all are added up, and those not retrieved are excluded with that reason.
/// The other way round is refused, since the numbers of 2009 do not say enough.
[[nodiscard]] Result<Numbers> asVariant(const Numbers &numbers, Variant variant);

/// Grouped in threes: "41,231".
[[nodiscard]] std::string groupedNumber(std::int64_t count, std::string_view separator = ",");

/// The numbers of a review. What is not known, as the studies of a previous version where there is none, has
/// no number; what is known to be nothing is 0.
[[nodiscard]] Numbers numbersOf(const Counts &counts);

/// One line of a diagram with its number.
struct LineValue
{
    LinePlace place;
    Number number;

    bool operator==(const LineValue &) const = default;
};

/// All lines that have a number, in order of LineId; of a list its total where the diagram has one, then its
/// entries. Of PRISMA 2009, whose lines these are not, none.
[[nodiscard]] std::vector<LineValue> lineValues(const Numbers &numbers);

/// What of a line comes from outside Winnow; of all its entries where the place names none.
[[nodiscard]] std::int64_t outsideOf(const Numbers &numbers, const LinePlace &place);

} // namespace winnow::flow
