#include "app/agreement.h"
#include "app/bulk_decisions.h"
#include "app/history.h"
#include "app/pilot.h"
#include "app/screening_progress.h"
#include "app/stages.h"
#include "app/work_list.h"
#include "team.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using enum Verdict;

constexpr Stage kScreening = Stage::TitleAbstract;

WorkList open(Team &team, const std::string &reviewer, const WorkRequest &request = {})
{
    Task task;
    return WorkList::open(*team.as(reviewer), request, task).value();
}

WorkRequest rankedAs(const std::vector<RecordId> &ranking)
{
    return {kScreening, WorkOrder::Rank, {}, [ranking](std::span<const RecordId> /*records*/) {
                return ranking;
            }};
}

/// The last record first.
WorkRequest backwards(std::int64_t last)
{
    std::vector<RecordId> ranking(static_cast<std::size_t>(last));
    std::ranges::generate(ranking, [&] { return RecordId{last--}; });
    return rankedAs(ranking);
}

std::vector<std::int64_t> ahead(const WorkList &list)
{
    std::vector<std::int64_t> ids;
    for (const RecordId record : list.ahead(1000)) {
        ids.push_back(record.value);
    }
    return ids;
}

} // namespace

TEST(WorkList, holdsWhatTheReviewerHasNotDecided)
{
    Team team(4);
    team.decide("ann", 2, Include);
    team.merge({{3}, {4}});
    EXPECT_THAT(ahead(open(team, "ann")), ElementsAre(1, 3));
}

TEST(WorkList, asksNobodyForAVoteThatIsNotNeeded)
{
    Team team(2);
    team.decide("ann", 1, Include);
    EXPECT_THAT(ahead(open(team, "ben")), ElementsAre(2));
    StageSettings settings = defaultSettings(kScreening);
    settings.reviewersPerRecord = 2;
    team.set(settings);
    EXPECT_THAT(ahead(open(team, "ben")), ElementsAre(1, 2));
}

TEST(WorkList, ofFullTextsHoldsWhatWentOn)
{
    Team team(4);
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Maybe);
    team.decide("ann", 3, Exclude);
    WorkRequest request;
    request.stage = Stage::FullText;
    EXPECT_THAT(ahead(open(team, "ann", request)), ElementsAre(1, 2));
}

TEST(WorkList, goesOnWithoutBeingMadeAnew)
{
    Team team(4);
    WorkList list = open(team, "ann");
    list.take({1});
    list.take({2});
    EXPECT_EQ(list.next(), RecordId{3});
    EXPECT_EQ(list.left(), 2U);
    list.putOff({3});
    EXPECT_EQ(list.next(), RecordId{4});
    EXPECT_THAT(ahead(list), ElementsAre(4, 3));
    list.putOff({4});
    list.putOff({3});
    EXPECT_THAT(ahead(list), ElementsAre(4, 3));
    list.take({9});
    EXPECT_EQ(list.left(), 2U);
}

TEST(WorkList, bringsWhatWasPutOffLast)
{
    Team team(3);
    ASSERT_TRUE(skip(*team.as("ann"), kScreening, {1}));
    EXPECT_THAT(ahead(open(team, "ann")), ElementsAre(2, 3, 1));
    EXPECT_THAT(ahead(open(team, "ben")), ElementsAre(1, 2, 3));
}

TEST(WorkList, followsARankingAndTakesANewerOneInBetween)
{
    Team team(5);
    WorkList list = open(team, "ann", rankedAs({{4}, {2}}));
    EXPECT_THAT(ahead(list), ElementsAre(4, 2, 1, 3, 5));
    list.take({4});
    list.putOff({2});
    list.bringForward({{2}, {5}, {4}});
    EXPECT_THAT(ahead(list), ElementsAre(5, 1, 3, 2));
}

TEST(WorkList, mixesRandomRecordsIntoARanking)
{
    Team team(40);
    StageSettings settings = defaultSettings(kScreening);
    settings.randomShare = 0.5;
    team.set(settings);
    std::vector<std::int64_t> order = ahead(open(team, "ann", backwards(40)));
    EXPECT_FALSE(std::ranges::is_sorted(order, std::greater<>()));
    std::ranges::sort(order);
    EXPECT_EQ(std::unique(order.begin(), order.end()) - order.begin(), 40);
}

TEST(WorkList, drawsItsRandomShareAlsoWhereItIsOpenedForEachRecord)
{
    Team team(40);
    StageSettings settings = defaultSettings(kScreening);
    settings.randomShare = 0.2;
    team.set(settings);
    const std::vector<std::int64_t> atOnce = ahead(open(team, "ann", backwards(40)));
    std::vector<std::int64_t> oneByOne;
    for (int i = 0; i < 20; ++i) {
        oneByOne.push_back(open(team, "ann", backwards(40)).next().value().value);
        team.decide("ann", oneByOne.back(), Exclude);
    }
    EXPECT_TRUE(std::ranges::equal(oneByOne, std::span(atOnce).first(20)));
    EXPECT_FALSE(std::ranges::is_sorted(oneByOne, std::greater<>()));
}

TEST(WorkList, bringsRecordsForwardAndGoesOnWithTheRankingBehindThem)
{
    Team team(6);
    WorkList list = open(team, "ann", rankedAs({{6}, {5}, {4}}));
    EXPECT_EQ(list.next(), RecordId{6});
    list.take({6});
    list.bringForward({{6}, {2}, {99}, {4}});
    EXPECT_THAT(ahead(list), ElementsAre(2, 4, 5, 1, 3));
    list.putOff({4});
    list.bringForward({{4}, {3}});
    EXPECT_THAT(ahead(list), ElementsAre(3, 5, 1, 2, 4));
}

TEST(WorkList, keepsThePilotRoundFirstWhateverIsBroughtForward)
{
    Team team(20);
    ASSERT_EQ(drawPilot(*team.as("owner"), {kScreening, 3, 3}).value(), 3);
    WorkList list = open(team, "ann", rankedAs({{6}, {5}, {4}}));
    const std::vector<std::int64_t> before = ahead(list);
    list.bringForward({{before[2]}, {before[19]}});
    std::vector<std::int64_t> expected(before.begin(), before.end() - 1);
    expected.insert(expected.begin() + 3, before[19]);
    EXPECT_EQ(ahead(list), expected);
}

TEST(WorkList, canBeOnlyWhatAQueryFinds)
{
    Team team(6);
    EXPECT_THAT(ahead(open(team, "ann", {kScreening, WorkOrder::Import, "TITLE(salt)", {}})),
                ElementsAre(2, 4, 6));
}

TEST(WorkList, givesEachReviewerTheirShare)
{
    Team team(40);
    StageSettings settings = defaultSettings(kScreening);
    settings.reviewers = {"ann", "ben"};
    team.set(settings);
    std::vector<std::int64_t> all = ahead(open(team, "ann"));
    const std::vector<std::int64_t> bens = ahead(open(team, "ben"));
    EXPECT_THAT(all, SizeIs(40 - bens.size()));
    all.insert(all.end(), bens.begin(), bens.end());
    std::ranges::sort(all);
    EXPECT_EQ(all.front(), 1);
    EXPECT_EQ(all.back(), 40);
    EXPECT_THAT(ahead(open(team, "guest")), IsEmpty());
}

TEST(PilotRound, comesFirstForEveryReviewer)
{
    Team team(40);
    StageSettings settings = defaultSettings(kScreening);
    settings.reviewers = {"ann", "ben"};
    team.set(settings);
    ASSERT_EQ(drawPilot(*team.as("owner"), {kScreening, 5, 3}).value(), 5);
    const auto pilot = pilotRecords(*team.as("ann"), kScreening).value();
    for (const char *const reviewer : {"ann", "ben"}) {
        const WorkList list = open(team, reviewer);
        for (const RecordId record : list.ahead(5)) {
            EXPECT_TRUE(pilot.contains(record)) << reviewer << ' ' << record.value;
        }
    }
}

TEST(PilotRound, saysHowFarReviewersAgreeAndWhatDividesThem)
{
    Team team(10);
    ASSERT_TRUE(drawPilot(*team.as("owner"), {kScreening, 10, 3}));
    StageSettings settings = defaultSettings(kScreening);
    settings.reviewersPerRecord = 2;
    team.set(settings);
    for (std::int64_t record = 1; record <= 10; ++record) {
        team.decide("ann", record, record <= 4 ? Include : Exclude, record <= 4 ? "" : "wrong design");
        team.decide("ben", record, record <= 5 ? Include : Exclude, record <= 5 ? "" : "wrong design");
    }
    const auto report = agreement(*team.as("owner"), {kScreening, {}, true}).value();
    ASSERT_THAT(report.verdicts.pairs, SizeIs(1));
    EXPECT_DOUBLE_EQ(report.verdicts.pairs.front().observed.value.value_or(0), 0.9);
    EXPECT_DOUBLE_EQ(report.verdicts.pairs.front().kappa.value.value_or(0), 0.8);
    ASSERT_THAT(report.reasons, SizeIs(1));
    EXPECT_EQ(report.reasons.front().oneOnly, 1U);
}

TEST(Agreement, leavesOutVotesGivenAfterTheStageWasOpened)
{
    Team team(2);
    team.decide("ann", 1, Include);
    ASSERT_TRUE(openStage(*team.as("owner"), kScreening));
    team.decide("ben", 1, Include);
    const auto report = agreement(*team.as("owner"), {kScreening, {}, false}).value();
    EXPECT_EQ(report.verdicts.units, 0U);
    EXPECT_EQ(report.votes.late, 1U);
    EXPECT_FALSE(report.verdicts.alpha.value);
}

TEST(BulkDecisions, areShownBeforeMarkedAndUndoneAtOnce)
{
    Team team(6);
    team.decide("ann", 2, Include);
    const auto ann = team.as("ann");
    Task task;
    const BulkRequest request{"TITLE(salt)", kScreening, Exclude, "off topic", {}};
    const BulkPreview preview = previewBulk(*ann, request, task).value();
    EXPECT_EQ(preview.found, 3);
    EXPECT_THAT(preview.records, ElementsAre(RecordId{4}, RecordId{6}));
    ASSERT_TRUE(decideBulk(*ann, request, preview.records));
    EXPECT_EQ(team.standing("ann", 4).outcomes[kScreening].reason, "off topic");
    EXPECT_THAT(history(*ann, RecordId{4}).value().back().text, testing::HasSubstr("TITLE(salt)"));
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_THAT(team.standing("ann", 4).said, IsEmpty());
    EXPECT_THAT(team.standing("ann", 6).said, IsEmpty());
    EXPECT_THAT(team.standing("ann", 2).said, SizeIs(1));
}

TEST(Progress, countsStagesAndReviewers)
{
    Team team(5);
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Exclude);
    team.decide("ann", 3, Include);
    team.decide("ben", 3, Exclude);
    const ScreeningProgress progress = screeningProgress(*team.as("ann")).value();
    ASSERT_THAT(progress.stages, SizeIs(2));
    EXPECT_EQ(progress.stages[0].come, 5);
    EXPECT_EQ(progress.stages[0].included, 1);
    EXPECT_EQ(progress.stages[0].excluded, 1);
    EXPECT_EQ(progress.stages[0].conflicts, 1);
    EXPECT_EQ(progress.stages[0].undecided, 2);
    EXPECT_EQ(progress.stages[1].come, 1);
    ASSERT_THAT(progress.reviewers, SizeIs(2));
    EXPECT_EQ(progress.reviewers[0].decided, 3);
    EXPECT_EQ(progress.reviewers[0].pace.workedMs, 20'000);
}

} // namespace winnow::app::test
