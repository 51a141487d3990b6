#include "app/history.h"
#include "app/own_progress.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

using enum Verdict;

namespace {

OwnProgress progressOf(Team &team, const std::string &reviewer, Stage stage = Stage::TitleAbstract)
{
    return ownProgress(*team.as(reviewer), stage).value();
}

} // namespace

TEST(OwnProgress, countsWhatTheReviewerDecidedAndNobodyElse)
{
    Team team(6);
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Exclude);
    team.decide("ben", 3, Include);
    team.decide("ann", 4, Maybe);
    const OwnProgress ann = progressOf(team, "ann");
    EXPECT_EQ(ann.decided, 3);
    EXPECT_EQ(ann.goOn, 2);
    EXPECT_EQ(ann.run, 0);
    EXPECT_EQ(ann.timesMs.size(), 3U);
    EXPECT_EQ(progressOf(team, "ben").decided, 1);
    EXPECT_EQ(progressOf(team, "ann", Stage::FullText).decided, 0);
}

TEST(OwnProgress, countsTheRunSinceTheLastThatGoesOn)
{
    Team team(6);
    team.decide("ann", 1, Exclude);
    EXPECT_EQ(progressOf(team, "ann").run, 1);
    team.decide("ann", 2, Include);
    team.decide("ann", 3, Exclude);
    team.decide("ann", 4, Exclude);
    EXPECT_EQ(progressOf(team, "ann").run, 2);
    team.decide("ann", 2, Exclude); // thought better of it
    EXPECT_EQ(progressOf(team, "ann").run, 4);
    EXPECT_EQ(progressOf(team, "ann").goOn, 0);
}

TEST(OwnProgress, countsDuplicatesOnceAndNothingThatWasUndone)
{
    Team team(4);
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Include);
    team.merge({{1}, {2}});
    EXPECT_EQ(progressOf(team, "ann").decided, 1);
    team.decide("ann", 3, Include);
    ASSERT_TRUE(undo(*team.as("ann")));
    EXPECT_EQ(progressOf(team, "ann").decided, 1);
}

TEST(OwnProgress, takesNoTimeFromWhatWasDecidedAtOnce)
{
    Team team(4);
    std::vector<DecideRequest> both(2);
    both[0].record = {1};
    both[1].record = {2};
    ASSERT_TRUE(decide(*team.as("ann"), both));
    const OwnProgress ann = progressOf(team, "ann");
    EXPECT_EQ(ann.decided, 2);
    EXPECT_TRUE(ann.timesMs.empty());
}

} // namespace winnow::app::test
