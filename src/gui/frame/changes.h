#pragma once

#include <QFlags>

namespace winnow::gui {

/// What of the review is different now, so that only what shows it is read again.
enum class Change : unsigned {
    Records = 1U << 0U,    ///< imported, corrected, taken back
    Duplicates = 1U << 1U, ///< merged, kept apart, split
    Decisions = 1U << 2U,  ///< verdicts, reasons, put off, settled conflicts, retrieval
    Marks = 1U << 3U,      ///< labels and notes
    Stages = 1U << 4U,     ///< how stages are screened, and whether they are open
    Searches = 1U << 5U,   ///< runs, outside numbers, query lines
    Values = 1U << 6U,     ///< extracted values, forms, appraisals
    Studies = 1U << 7U,    ///< which reports belong to which study
    Tables = 1U << 8U,     ///< evidence tables, evidence from outside
    Flow = 1U << 9U,       ///< what is entered or kept for the diagram only
};
Q_DECLARE_FLAGS(Changes, Change)
Q_DECLARE_OPERATORS_FOR_FLAGS(Changes)

/// Everything may be different: after undo, redo, and what came from other reviewers.
inline constexpr Changes kAllChanges{QFlag(0x3FF)};

} // namespace winnow::gui
