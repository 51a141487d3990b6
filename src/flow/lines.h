#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::flow {

/// The lines of a flow diagram that carry a number, whatever the template prints of them. Some are lists: one
/// number for each source, or for each reason.
enum class LineId {
    PreviousStudies,
    PreviousReports,
    Databases,      ///< a list
    Registers,      ///< a list
    FurtherSources, ///< a list: more lines of the box of databases and registers
    OtherMethods,   ///< a list
    Duplicates,
    ByAutomation,
    OtherRemoved, ///< a list
    AwaitingScreening,
    Screened,
    Excluded,
    Sought,
    NotRetrieved,
    LateDuplicates,
    Assessed,
    NotAssessedYet,
    Awaiting,
    ReportsExcluded, ///< a list
    OtherSought,     ///< from here on: of the column of other methods
    OtherNotRetrieved,
    OtherLateDuplicates,
    OtherAssessed,
    OtherNotAssessedYet,
    OtherAwaiting,
    OtherReportsExcluded, ///< a list
    NewStudies,
    NewReports,
    TotalStudies,
    TotalReports,
    MetaAnalysisStudies,
    MetaAnalysisReports,
    LeftUnscreened, ///< from here on: parts of another line
    ExcludedByPeople,
    ExcludedByTools,
    ExcludedReasons, ///< a list
};

inline constexpr std::size_t kLineCount = static_cast<std::size_t>(LineId::ExcludedReasons) + 1;

/// A line, or one entry of a list: an empty `name` means the whole list.
struct LinePlace
{
    LineId line = LineId::Screened;
    std::string name;

    bool operator==(const LinePlace &) const = default;
};

/// As the R package PRISMA2020 calls it in the column `data` of its CSV, where it has the line:
/// "records_excluded". Never changes, since reviews hold it.
[[nodiscard]] std::string_view toString(LineId line);

/// Of the official numbering: "box5".
[[nodiscard]] std::string_view boxOf(LineId line);

/// What the line counts, in a few words: "records excluded".
[[nodiscard]] std::string_view inWords(LineId line);

[[nodiscard]] bool isList(LineId line);

/// Whether the line divides another one, whose number it adds nothing to.
[[nodiscard]] bool isPart(LineId line);

/// The line of that name. Those of the R package for single methods, such as "website_results", give the
/// entry of the list.
[[nodiscard]] std::optional<LinePlace> lineNamed(std::string_view name);

/// The lines that a name means: all of a box but those that are parts of others, or one line. Empty for any
/// other name.
[[nodiscard]] std::vector<LinePlace> placesNamed(std::string_view name);

/// All names that placesNamed() takes, boxes last.
[[nodiscard]] std::vector<std::string_view> placeNames();

} // namespace winnow::flow
