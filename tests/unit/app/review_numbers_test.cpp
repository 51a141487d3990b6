#include "app/conflicts.h"
#include "app/history.h"
#include "app/review_numbers.h"
#include "app/stages.h"
#include "app/studies.h"
#include "app/work_list.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using enum Verdict;

ReviewNumbers numbersFor(Team &team, const std::string &reviewer)
{
    NumbersCount count;
    return count.read(*team.as(reviewer)).value();
}

/// The same counted anew, which must be no different.
void expectAnew(Team &team, const std::string &reviewer, const ReviewNumbers &numbers)
{
    EXPECT_EQ(numbersFor(team, reviewer), numbers);
}

} // namespace

TEST(ReviewNumbers, countRecordsAndThoseThatAnotherStandsFor)
{
    Team team(5);
    team.merge({{1}, {2}});
    const ReviewNumbers numbers = numbersFor(team, "ann");
    EXPECT_EQ(numbers.records, 5);
    EXPECT_EQ(numbers.linked, 1);
    EXPECT_EQ(numbers.screening, (WorkNumbers{0, 4}));
    EXPECT_FALSE(numbers.likelyPairs);
}

TEST(ReviewNumbers, countTheReviewersOwnWorkOnly)
{
    Team team(4);
    StageSettings settings = defaultSettings(Stage::TitleAbstract);
    settings.reviewersPerRecord = 2;
    team.set(settings);
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Exclude);
    EXPECT_EQ(numbersFor(team, "ann").screening, (WorkNumbers{2, 2}));
    EXPECT_EQ(numbersFor(team, "ann").awaited, 2);
    EXPECT_EQ(numbersFor(team, "ben").screening, (WorkNumbers{0, 4}));
}

TEST(ReviewNumbers, holdWhatTheWorkListHolds)
{
    Team team(6);
    team.decide("ann", 1, Include);
    team.decide("ann", 2, Maybe);
    team.decide("ann", 3, Exclude);
    team.decide("ben", 1, Include, {}, Stage::FullText);
    for (const std::string reviewer : {"ann", "ben"}) {
        const ReviewNumbers numbers = numbersFor(team, reviewer);
        for (const Stage stage : {Stage::TitleAbstract, Stage::FullText}) {
            const auto left = undecided(*team.as(reviewer), stage).value();
            EXPECT_EQ((stage == Stage::FullText ? numbers.fullText : numbers.screening).left, left.size());
        }
    }
}

TEST(ReviewNumbers, countConflictsOfThoseWhoMaySettleThem)
{
    Team team(2);
    StageSettings settings = defaultSettings(Stage::TitleAbstract);
    settings.reviewersPerRecord = 2;
    settings.adjudicators = {"cleo"};
    team.set(settings);
    team.decide("ann", 1, Include);
    team.decide("ben", 1, Exclude);
    EXPECT_EQ(numbersFor(team, "cleo").conflicts, 1);
    EXPECT_EQ(numbersFor(team, "ann").conflicts, 0);
}

TEST(ReviewNumbers, followDecisionsTheirUndoAndRedo)
{
    Team team(3);
    const auto review = team.as("ann");
    NumbersCount count;
    ASSERT_EQ(count.read(*review)->screening, (WorkNumbers{0, 3}));
    team.decide("ann", 1, Include);
    team.decide("ann", 1, Include, {}, Stage::FullText);
    const ReviewNumbers decided = count.read(*review).value();
    EXPECT_EQ(decided.screening, (WorkNumbers{1, 2}));
    EXPECT_EQ(decided.fullText, (WorkNumbers{1, 0}));
    EXPECT_EQ(decided.studies, 1);
    EXPECT_EQ(decided.studiesWithoutValues, 1);
    expectAnew(team, "ann", decided);
    ASSERT_TRUE(undo(*review)->has_value());
    const ReviewNumbers undone = count.read(*review).value();
    EXPECT_EQ(undone.fullText, (WorkNumbers{0, 1}));
    EXPECT_EQ(undone.studies, 0);
    expectAnew(team, "ann", undone);
    ASSERT_TRUE(redo(*review)->has_value());
    EXPECT_EQ(count.read(*review).value(), decided);
}

TEST(ReviewNumbers, followMoreThanAReadingLooksBackOver)
{
    Team team(60);
    const auto review = team.as("ann");
    NumbersCount count;
    ASSERT_EQ(count.read(*review)->screening, (WorkNumbers{0, 60}));
    for (std::int64_t record = 1; record <= 50; ++record) {
        team.decide("ann", record, Exclude);
    }
    EXPECT_EQ(count.read(*review)->screening, (WorkNumbers{50, 10}));
}

TEST(ReviewNumbers, followMergesAndSettings)
{
    Team team(4);
    const auto review = team.as("ann");
    NumbersCount count;
    ASSERT_TRUE(count.read(*review));
    team.decide("ann", 2, Include);
    team.merge({{1}, {2}});
    const ReviewNumbers merged = count.read(*review).value();
    EXPECT_EQ(merged.linked, 1);
    EXPECT_EQ(merged.screening, (WorkNumbers{1, 2}));
    StageSettings settings = defaultSettings(Stage::TitleAbstract);
    settings.reviewers = {"ben"};
    team.set(settings);
    EXPECT_EQ(count.read(*review)->screening.left, 0);
    expectAnew(team, "ann", count.read(*review).value());
}

TEST(ReviewNumbers, countReportsOfOneStudyOnce)
{
    Team team(3);
    const auto review = team.as("ann");
    for (const std::int64_t record : {1, 2, 3}) {
        team.decide("ann", record, Include);
        team.decide("ann", record, Include, {}, Stage::FullText);
    }
    NumbersCount count;
    ASSERT_EQ(count.read(*review)->studies, 3);
    ASSERT_TRUE(groupReports(*review, std::vector<RecordId>{{1}, {2}}, "Trial A"));
    EXPECT_EQ(count.read(*review)->studies, 2);
}

} // namespace winnow::app::test
