#include "app/next_step.h"

#include <gmock/gmock.h>

#include <vector>

namespace winnow::app::test {

namespace {

/// A review of which nothing is left to do but to report it.
ReviewNumbers finished()
{
    ReviewNumbers numbers;
    numbers.searches = 3;
    numbers.records = 100;
    numbers.linked = 10;
    numbers.likelyPairs = 0;
    numbers.screening = {90, 0};
    numbers.fullText = {20, 0};
    numbers.forms = 1;
    numbers.studies = 8;
    numbers.tables = 2;
    return numbers;
}

struct NextStepCase
{
    const char *name;
    void (*change)(ReviewNumbers &numbers);
    NextAct act;
    std::int64_t count;
};

void PrintTo(const NextStepCase &one, std::ostream *out)
{
    *out << one.name;
}

class NextStepOf : public testing::TestWithParam<NextStepCase>
{};

} // namespace

TEST_P(NextStepOf, isTheFirstThatIsDue)
{
    ReviewNumbers numbers = finished();
    GetParam().change(numbers);
    const NextStep step = nextStep(numbers);
    EXPECT_EQ(step.act, GetParam().act);
    EXPECT_EQ(step.count, GetParam().count);
}

INSTANTIATE_TEST_SUITE_P(
    Cases,
    NextStepOf,
    testing::Values(
        NextStepCase{"empty", [](ReviewNumbers &numbers) { numbers = {}; }, NextAct::Import, 0},
        NextStepCase{"imported",
                     [](ReviewNumbers &numbers) {
                         numbers = {};
                         numbers.records = 20;
                         numbers.screening.left = 20;
                     },
                     NextAct::FindDuplicates,
                     0},
        NextStepCase{"oneRecordHasNoDuplicates",
                     [](ReviewNumbers &numbers) {
                         numbers = {};
                         numbers.records = 1;
                         numbers.screening.left = 1;
                     },
                     NextAct::Screen,
                     1},
        NextStepCase{"lookedForInVain",
                     [](ReviewNumbers &numbers) {
                         numbers.linked = 0;
                         numbers.screening = {0, 90};
                     },
                     NextAct::Screen,
                     90},
        NextStepCase{"screeningBegunWithoutDuplicates",
                     [](ReviewNumbers &numbers) {
                         numbers.linked = 0;
                         numbers.likelyPairs.reset();
                         numbers.screening = {1, 89};
                     },
                     NextAct::Screen,
                     89},
        NextStepCase{"pairs",
                     [](ReviewNumbers &numbers) {
                         numbers.likelyPairs = 41;
                         numbers.screening.left = 7;
                     },
                     NextAct::JudgeDuplicates,
                     41},
        NextStepCase{"conflictsAfterOwnScreening",
                     [](ReviewNumbers &numbers) {
                         numbers.conflicts = 4;
                         numbers.fullText.left = 9;
                     },
                     NextAct::SettleConflicts,
                     4},
        NextStepCase{"fullTexts",
                     [](ReviewNumbers &numbers) {
                         numbers.fullText.left = 9;
                         numbers.awaited = 5;
                     },
                     NextAct::ReadFullTexts,
                     9},
        NextStepCase{
            "others", [](ReviewNumbers &numbers) { numbers.awaited = 5; }, NextAct::WaitForOthers, 5},
        NextStepCase{"noForm",
                     [](ReviewNumbers &numbers) {
                         numbers.forms = 0;
                         numbers.studiesWithoutValues = 8;
                     },
                     NextAct::ChooseForm,
                     0},
        NextStepCase{"extraction",
                     [](ReviewNumbers &numbers) { numbers.studiesWithoutValues = 3; },
                     NextAct::Extract,
                     3},
        NextStepCase{"noTables", [](ReviewNumbers &numbers) { numbers.tables = 0; }, NextAct::MakeTables, 0},
        NextStepCase{"nothingIncluded",
                     [](ReviewNumbers &numbers) {
                         numbers.studies = 0;
                         numbers.forms = 0;
                         numbers.tables = 0;
                     },
                     NextAct::Report,
                     0},
        NextStepCase{"finished", [](ReviewNumbers & /*numbers*/) {}, NextAct::Report, 0}),
    [](const testing::TestParamInfo<NextStepCase> &info) { return std::string(info.param.name); });

} // namespace winnow::app::test
