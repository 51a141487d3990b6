#include "app/conflicts.h"
#include "app/history.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using screening::State;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using enum Verdict;

constexpr Stage kScreening = Stage::TitleAbstract;

std::vector<Conflict> seenBy(Team &team, const std::string &reviewer)
{
    return conflicts(*team.as(reviewer), std::nullopt).value();
}

} // namespace

TEST(Conflicts, areNamedByTheirKind)
{
    Team team(4);
    team.decide("ann", 1, Include);
    team.decide("ben", 1, Exclude);
    team.decide("ann", 2, Include);
    team.decide("ann", 2, Exclude, "no data", Stage::FullText);
    team.decide("ben", 2, Exclude, "wrong design", Stage::FullText);
    team.decide("ann", 3, Include);
    team.decide("ann", 4, Exclude);
    team.merge({{3}, {4}});
    const std::vector<Conflict> found = seenBy(team, "cleo");
    ASSERT_THAT(found, SizeIs(3));
    EXPECT_EQ(found[0].kind, ConflictKind::Verdicts);
    EXPECT_EQ(found[1].kind, ConflictKind::Reasons);
    EXPECT_EQ(found[1].stage, Stage::FullText);
    EXPECT_EQ(found[2].kind, ConflictKind::Duplicates);
    EXPECT_EQ(found[2].key, "r3");
}

TEST(Conflicts, showWhoVotedHowOnlyWhereThatIsSet)
{
    Team team(1);
    StageSettings settings = defaultSettings(kScreening);
    team.decide("ann", 1, Include);
    team.decide("ben", 1, Exclude);
    EXPECT_THAT(seenBy(team, "cleo").front().decisions, IsEmpty());
    settings.hidesVotes = false;
    team.set(settings);
    EXPECT_THAT(seenBy(team, "cleo").front().decisions, SizeIs(2));
}

TEST(Conflicts, areSeenOnlyByThoseWhoSettleThem)
{
    Team team(1);
    StageSettings settings = defaultSettings(kScreening);
    settings.adjudicators = {"cleo"};
    team.set(settings);
    team.decide("ann", 1, Include);
    team.decide("ben", 1, Exclude);
    EXPECT_THAT(seenBy(team, "cleo"), SizeIs(1));
    EXPECT_THAT(seenBy(team, "ann"), IsEmpty());
    const auto refused = conflicts(*team.as("ann"), kScreening);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("cleo"));
}

TEST(Conflicts, areSettledByAThirdPersonWhoDidNotVote)
{
    Team team(1);
    team.decide("ann", 1, Include);
    team.decide("ben", 1, Exclude);
    ResolveRequest request{{1}, kScreening, Exclude, "off topic", "read twice", false};
    EXPECT_FALSE(resolve(*team.as("ann"), request));
    ASSERT_TRUE(resolve(*team.as("cleo"), request));
    EXPECT_THAT(seenBy(team, "cleo"), IsEmpty());
    const Standing standing = team.standing("ann", 1);
    EXPECT_EQ(standing.outcomes[kScreening], (screening::Outcome{State::Exclude, "off topic"}));
    EXPECT_EQ(standing.resolutions[kScreening]->note, "read twice");
    EXPECT_THAT(standing.decisions, SizeIs(2));
}

TEST(Conflicts, comeBackWhenTheirSettlementIsUndone)
{
    Team team(1);
    team.decide("ann", 1, Include);
    team.decide("ben", 1, Exclude);
    const auto workspace = team.as("ann");
    ASSERT_TRUE(resolve(*workspace, {{1}, kScreening, Include, {}, {}, true}));
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Include);
    ASSERT_TRUE(undo(*workspace).value());
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Conflict);
}

TEST(Conflicts, cannotBeSettledWhereThereIsNone)
{
    Team team(1);
    team.decide("ann", 1, Include);
    EXPECT_FALSE(resolve(*team.as("cleo"), {{1}, kScreening, Include, {}, {}, true}));
}

TEST(Conflicts, areSettledForTheWholeGroupOfDuplicates)
{
    Team team(2);
    team.decide("ann", 1, Include);
    team.decide("ben", 2, Exclude);
    team.merge({{1}, {2}});
    ASSERT_TRUE(resolve(*team.as("ann"), {{2}, kScreening, Include, {}, {}, true}));
    EXPECT_EQ(team.standing("ann", 1).outcomes[kScreening].state, State::Include);
}

} // namespace winnow::app::test
