#include "screening/outcome.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::screening {

namespace {

using enum Verdict;

Outcome of(std::initializer_list<Verdict> verdicts)
{
    std::vector<Decision> decisions;
    for (const Verdict verdict : verdicts) {
        decisions.push_back(
            {{1}, Stage::TitleAbstract, "r" + std::to_string(decisions.size()), verdict, {}, {}, {}});
    }
    return outcome(decisions);
}

TEST(Outcome, isThatOfReviewersOfOneMind)
{
    EXPECT_EQ(of({}).state, State::Undecided);
    EXPECT_EQ(of({Include}).state, State::Include);
    EXPECT_EQ(of({Exclude, Exclude}).state, State::Exclude);
    EXPECT_EQ(of({Maybe, Maybe}).state, State::Maybe);
}

TEST(Outcome, goesOnWhenNobodyExcludes)
{
    EXPECT_EQ(of({Include, Maybe}).state, State::Include);
    EXPECT_TRUE(goesOn(State::Include) && goesOn(State::Maybe));
    EXPECT_FALSE(goesOn(State::Exclude) || goesOn(State::Conflict) || goesOn(State::Undecided));
}

TEST(Outcome, isAConflictBetweenExcludeAndTheOthers)
{
    EXPECT_EQ(of({Include, Exclude}).state, State::Conflict);
    EXPECT_EQ(of({Exclude, Maybe}).state, State::Conflict);
}

TEST(Outcome, namesTheFirstReasonGiven)
{
    const std::vector<Decision> decisions{{{1}, Stage::FullText, "a", Exclude, "", {}, {}},
                                          {{1}, Stage::FullText, "b", Exclude, "no data", {}, {}}};
    EXPECT_EQ(outcome(decisions), (Outcome{State::Exclude, "no data"}));
}

TEST(Outcome, namesTheEarliestReasonWhenSeveralDiffer)
{
    const std::vector<Decision> decisions{
        {{1}, Stage::FullText, "a", Exclude, "no data", {}, "2026-03-02T08:00:00.000Z"},
        {{1}, Stage::FullText, "b", Exclude, "wrong design", {}, "2026-03-01T08:00:00.000Z"},
        {{1}, Stage::FullText, "c", Exclude, "", {}, "2026-02-01T08:00:00.000Z"}};
    EXPECT_EQ(outcome(decisions).reason, "wrong design");
}

TEST(Outcome, doesNotDependOnTheOrderOfTheVotes)
{
    std::vector<Verdict> verdicts{Include, Exclude, Maybe};
    do {
        EXPECT_EQ(of({verdicts[0], verdicts[1], verdicts[2]}).state, State::Conflict);
    } while (std::next_permutation(verdicts.begin(), verdicts.end()));
}

} // namespace

} // namespace winnow::screening
