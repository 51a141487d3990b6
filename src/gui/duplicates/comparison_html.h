#pragma once

#ifndef Q_MOC_RUN
#include "app/compare_records.h"
#endif

#include <QString>

namespace winnow::gui {

/// What can be done with the records that are shown side by side.
enum class Comparing {
    Judging, ///< they may be one: fields can be chosen
    Merged,  ///< they are: fields can be chosen, records taken out
};

/// Records side by side, a field a row: what is equal in grey, what differs marked sign by sign, and which of
/// them the group says. Links: "take:FIELD:N" and "split:N", N counting the records from 0.
[[nodiscard]] QString comparisonHtml(const app::RecordComparison &comparison, Comparing what);

/// "Same DOI and pages; titles 98 % alike; years differ."
[[nodiscard]] QString comparisonSentence(const app::RecordComparison &comparison);

/// The name of a field for people.
[[nodiscard]] QString fieldTitle(std::string_view field);

} // namespace winnow::gui
