#include "screening/outcome.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace winnow::screening {

namespace {

using enum Verdict;

Decision
by(const std::string &reviewer, Verdict verdict, const std::string &reason = {}, const std::string &at = {})
{
    return {{1}, Stage::TitleAbstract, reviewer, verdict, reason, {}, at};
}

StageSettings settingsOf(Stage stage, AgreementRule rule = AgreementRule::Unanimous)
{
    StageSettings settings = defaultSettings(stage);
    settings.rule = rule;
    return settings;
}

Outcome
of(std::initializer_list<Verdict> verdicts, AgreementRule rule = AgreementRule::Unanimous, int needed = 1)
{
    StageVotes votes;
    votes.needed = needed;
    for (const Verdict verdict : verdicts) {
        votes.decisions.push_back(by("r" + std::to_string(votes.decisions.size()), verdict));
    }
    return outcome(votes, settingsOf(Stage::TitleAbstract, rule));
}

Outcome of(std::vector<Decision> decisions, const StageSettings &settings)
{
    return outcome({std::move(decisions), {}, 1}, settings);
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
    for (const State state : {State::Exclude, State::Conflict, State::Undecided, State::Pending}) {
        EXPECT_FALSE(goesOn(state)) << toString(state);
    }
}

TEST(Outcome, isAConflictBetweenExcludeAndTheOthers)
{
    EXPECT_EQ(of({Include, Exclude}).state, State::Conflict);
    EXPECT_EQ(of({Exclude, Maybe}).state, State::Conflict);
}

TEST(Outcome, waitsForAsManyReviewersAsTheRecordNeeds)
{
    EXPECT_EQ(of({Include}, AgreementRule::Unanimous, 2).state, State::Pending);
    EXPECT_EQ(of({Exclude}, AgreementRule::AnyInclude, 2).state, State::Pending);
    EXPECT_EQ(of({Include, Include}, AgreementRule::Unanimous, 2).state, State::Include);
    EXPECT_EQ(of({}, AgreementRule::Unanimous, 2).state, State::Undecided);
}

TEST(Outcome, isDecidedByOneIncludeWhereThatIsEnough)
{
    EXPECT_EQ(of({Include}, AgreementRule::AnyInclude, 2).state, State::Include);
    EXPECT_EQ(of({Exclude, Maybe}, AgreementRule::AnyInclude, 2).state, State::Maybe);
    EXPECT_EQ(of({Exclude, Exclude}, AgreementRule::AnyInclude, 2).state, State::Exclude);
}

TEST(Outcome, isThatOfTheMajorityWhereThatDecides)
{
    EXPECT_EQ(of({Exclude, Exclude, Include}, AgreementRule::Majority).state, State::Exclude);
    EXPECT_EQ(of({Exclude, Maybe, Include}, AgreementRule::Majority).state, State::Include);
    EXPECT_EQ(of({Exclude, Include}, AgreementRule::Majority).state, State::Conflict);
}

TEST(Outcome, isAConflictWhereOneReviewerJudgedDuplicatesDifferently)
{
    for (const AgreementRule rule :
         {AgreementRule::Unanimous, AgreementRule::Majority, AgreementRule::AnyInclude}) {
        EXPECT_EQ(of({by("a", Include), by("a", Exclude)}, settingsOf(Stage::TitleAbstract, rule)).state,
                  State::Conflict);
    }
}

TEST(Outcome, isWhatAConflictWasSettledAs)
{
    StageVotes votes{{by("a", Include), by("b", Exclude)}, Resolution{}, 2};
    votes.resolution->verdict = Exclude;
    votes.resolution->reason = "no data";
    EXPECT_EQ(outcome(votes, settingsOf(Stage::FullText)), (Outcome{State::Exclude, "no data"}));
}

TEST(Outcome, namesTheFirstReasonGiven)
{
    EXPECT_EQ(of({by("a", Exclude), by("b", Exclude, "no data")}, settingsOf(Stage::FullText)),
              (Outcome{State::Exclude, "no data"}));
}

TEST(Outcome, isAConflictOfReasonsAtFullTextOnly)
{
    const std::vector<Decision> decisions{by("a", Exclude, "no data"), by("b", Exclude, "wrong design")};
    EXPECT_EQ(of(decisions, settingsOf(Stage::FullText)).state, State::Conflict);
    EXPECT_EQ(of(decisions, settingsOf(Stage::TitleAbstract)).state, State::Exclude);
}

TEST(Outcome, namesTheReasonThatComesFirstInTheSettings)
{
    StageSettings settings = settingsOf(Stage::TitleAbstract);
    settings.reasons = {"wrong population", "wrong design", "no data"};
    EXPECT_EQ(of({by("a", Exclude, "no data"), by("b", Exclude, "wrong design")}, settings).reason,
              "wrong design");
}

TEST(Outcome, namesTheEarliestReasonWhereTheSettingsHaveNoOrder)
{
    EXPECT_EQ(of({by("a", Exclude, "no data", "2026-03-02T08:00:00.000Z"),
                  by("b", Exclude, "wrong design", "2026-03-01T08:00:00.000Z"),
                  by("c", Exclude, "", "2026-02-01T08:00:00.000Z")},
                 settingsOf(Stage::TitleAbstract))
                  .reason,
              "wrong design");
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
