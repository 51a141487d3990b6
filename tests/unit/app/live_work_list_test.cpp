#include "app/history.h"
#include "app/live_work_list.h"
#include "app/ranking.h"
#include "team.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace winnow::app::test {

namespace {

using enum Verdict;

constexpr Stage kScreening = Stage::TitleAbstract;

LiveWorkList open(Workspace &workspace, WorkOrder order, const LiveWorkList *before = nullptr)
{
    Task task;
    return LiveWorkList::open(workspace, {kScreening, order, {}, {}}, task, before).value();
}

/// The order of rankRecords(), which learns all at once.
std::vector<RecordId> rankedAtOnce(Workspace &workspace)
{
    Task task;
    return rankRecords(workspace, {kScreening, {}}, task).value().order();
}

void decideNext(Team &team, LiveWorkList &list, Verdict verdict)
{
    const RecordId record = list.next().value();
    team.decide("ann", record.value, verdict);
    list.take(record, verdict);
}

} // namespace

TEST(LiveWorkList, followsWhatIsLearnedFromEachDecision)
{
    Team team(60);
    const auto ann = team.as("ann");
    LiveWorkList list = open(*ann, WorkOrder::Rank);
    for (int i = 0; i < 30; ++i) {
        const RecordId record = list.next().value();
        // Records of even numbers are about salt.
        decideNext(team, list, record.value % 2 == 0 ? Include : Exclude);
        list.wait();
    }
    EXPECT_EQ(list.next(), rankedAtOnce(*ann).front());
    EXPECT_EQ(list.left(), 30U);
}

TEST(LiveWorkList, saysWhatComesNextWithoutTakingIt)
{
    Team team(60);
    const auto ann = team.as("ann");
    LiveWorkList list = open(*ann, WorkOrder::Rank);
    for (int i = 0; i < 6; ++i) {
        const RecordId record = list.next().value();
        decideNext(team, list, record.value % 2 == 0 ? Include : Exclude);
        list.wait();
    }
    const std::vector<RecordId> ahead = list.ahead(3);
    ASSERT_EQ(ahead.size(), 3U);
    EXPECT_EQ(list.left(), 54U);
    EXPECT_EQ(list.next(), ahead.front());
    list.putOff(ahead.front()); // nothing is learned from that
    EXPECT_EQ(list.next(), ahead[1]);
    EXPECT_EQ(list.ahead(100).size(), 54U);
    EXPECT_EQ(list.ahead(100).back(), ahead.front());
}

TEST(LiveWorkList, learnsAnewFromAChangedDecision)
{
    Team team(60);
    const auto ann = team.as("ann");
    LiveWorkList list = open(*ann, WorkOrder::Rank);
    const std::vector<std::pair<std::int64_t, Verdict>> decisions{
        {1, Include}, {2, Exclude}, {1, Exclude}, {2, Include}};
    for (const auto &[record, verdict] : decisions) {
        team.decide("ann", record, verdict);
        list.take({record}, verdict);
        list.wait();
    }
    EXPECT_EQ(list.next(), rankedAtOnce(*ann).front());
    EXPECT_EQ(list.next().value().value % 2, 0);
}

TEST(LiveWorkList, madeAnewAfterAnUndoForgetsWhatWasTakenBack)
{
    Team team(60);
    const auto ann = team.as("ann");
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Exclude);
    const LiveWorkList before = open(*ann, WorkOrder::Rank);
    team.decide("ann", 4, Include);
    const auto reopened = team.as("ann");
    ASSERT_TRUE(undo(*reopened).value());
    LiveWorkList list = open(*reopened, WorkOrder::Rank, &before);
    EXPECT_EQ(list.left(), 58U);
    EXPECT_EQ(list.next(), rankedAtOnce(*reopened).front());
}

TEST(LiveWorkList, ranksOnlyWhatIsOnTheList)
{
    Team team(60);
    const auto ann = team.as("ann");
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Exclude);
    Task task;
    LiveWorkList list =
        LiveWorkList::open(*ann, {kScreening, WorkOrder::Rank, "TITLE(salt)", {}}, task).value();
    while (const auto record = list.next()) {
        EXPECT_EQ(record->value % 2, 0);
        decideNext(team, list, Exclude);
        list.wait();
    }
    EXPECT_EQ(list.left(), 0U);
}

TEST(LiveWorkList, isWrittenDownOnceWhenItBegins)
{
    Team team(10);
    const auto ann = team.as("ann");
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Exclude);
    LiveWorkList list = open(*ann, WorkOrder::Rank);
    decideNext(team, list, Exclude);
    const LiveWorkList again = open(*ann, WorkOrder::Rank, &list);
    const auto events = team.as("ann")->log().live(EventKind::RankingComputed).value();
    ASSERT_EQ(events.size(), 1U);
    EXPECT_THAT(events.front().reason, testing::HasSubstr("1 relevant and 1 irrelevant"));
}

TEST(LiveWorkList, goesByTheRecordsWhereItIsNotRanked)
{
    Team team(5);
    const auto ann = team.as("ann");
    LiveWorkList list = open(*ann, WorkOrder::Import);
    decideNext(team, list, Include);
    EXPECT_EQ(list.next(), RecordId{2});
    list.putOff({2});
    EXPECT_EQ(list.next(), RecordId{3});
    EXPECT_TRUE(team.as("ann")->log().live(EventKind::RankingComputed).value().empty());
}

} // namespace winnow::app::test
