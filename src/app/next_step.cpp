#include "app/next_step.h"

#include <algorithm>
#include <array>

namespace winnow::app {

namespace {

struct Rule
{
    NextAct act;
    /// How much of it waits; 0: it is not due.
    std::int64_t (*due)(const ReviewNumbers &numbers);
    bool isCounted = true;
};

std::int64_t isTrue(bool claim)
{
    return claim ? 1 : 0;
}

bool hasBegunScreening(const ReviewNumbers &numbers)
{
    return numbers.screening.done > 0 || numbers.fullText.done > 0;
}

constexpr std::array kRules{
    Rule{NextAct::Import, [](const ReviewNumbers &numbers) { return isTrue(numbers.records == 0); }, false},
    Rule{NextAct::FindDuplicates,
         [](const ReviewNumbers &numbers) {
             return isTrue(numbers.records > 1 && numbers.linked == 0 && !numbers.likelyPairs &&
                           !hasBegunScreening(numbers));
         },
         false},
    Rule{NextAct::JudgeDuplicates,
         [](const ReviewNumbers &numbers) { return numbers.likelyPairs.value_or(0); }},
    Rule{NextAct::Screen, [](const ReviewNumbers &numbers) { return numbers.screening.left; }},
    Rule{NextAct::SettleConflicts, [](const ReviewNumbers &numbers) { return numbers.conflicts; }},
    Rule{NextAct::ReadFullTexts, [](const ReviewNumbers &numbers) { return numbers.fullText.left; }},
    Rule{NextAct::WaitForOthers, [](const ReviewNumbers &numbers) { return numbers.awaited; }},
    Rule{NextAct::ChooseForm,
         [](const ReviewNumbers &numbers) { return isTrue(numbers.studies > 0 && numbers.forms == 0); },
         false},
    Rule{NextAct::Extract, [](const ReviewNumbers &numbers) { return numbers.studiesWithoutValues; }},
    Rule{NextAct::MakeTables,
         [](const ReviewNumbers &numbers) { return isTrue(numbers.studies > 0 && numbers.tables == 0); },
         false},
};

} // namespace

NextStep nextStep(const ReviewNumbers &numbers)
{
    const auto *const rule =
        std::ranges::find_if(kRules, [&](const Rule &one) { return one.due(numbers) > 0; });
    if (rule == kRules.end()) {
        return {NextAct::Report};
    }
    return {rule->act, rule->isCounted ? rule->due(numbers) : 0};
}

} // namespace winnow::app
