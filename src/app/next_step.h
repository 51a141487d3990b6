#pragma once

#include "app/review_numbers.h"

#include <cstdint>

namespace winnow::app {

/// What a reviewer does next in a review, in the order in which it comes up.
enum class NextAct {
    Import,
    FindDuplicates,
    JudgeDuplicates,
    Screen,
    SettleConflicts,
    ReadFullTexts, ///< and get those that are not at hand
    WaitForOthers,
    ChooseForm,
    Extract,
    MakeTables,
    Report,
};

struct NextStep
{
    NextAct act = NextAct::Import;
    std::int64_t count = 0; ///< of what waits: pairs, records, conflicts, studies; 0: not to be counted
};

/// The first thing that is due.
[[nodiscard]] NextStep nextStep(const ReviewNumbers &numbers);

} // namespace winnow::app
