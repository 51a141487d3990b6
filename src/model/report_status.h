#pragma once

#include <optional>
#include <string_view>

namespace winnow {

/// What became of the report behind a record that passed title and abstract, beside the verdict at full text.
enum class ReportStatus {
    Sought,                 ///< nothing special: it is sought, and read when it is there
    NotRetrieved,           ///< could not be had
    Duplicate,              ///< when it was read, it turned out to be a report that the review has already
    AwaitingClassification, ///< read, but too little is known to decide
    Ongoing,                ///< read, but the study still runs
};

/// "sought", "not-retrieved", "duplicate", "awaiting-classification", "ongoing"; never changes.
[[nodiscard]] std::string_view toString(ReportStatus status);
[[nodiscard]] std::optional<ReportStatus> reportStatusFromString(std::string_view name);

} // namespace winnow
