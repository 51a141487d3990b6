#include "review_fixture.h"
#include "store/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace winnow::store {

namespace {

using testing::IsEmpty;

TEST(Log, keepsTheLatestDecisionOfEachReviewer)
{
    test::Review review(2);
    review.decide("anna", 1, Verdict::Include);
    review.decide("ben", 1, Verdict::Exclude);
    review.decide("anna", 1, Verdict::Maybe);
    EXPECT_EQ(review.verdict("anna", 1), Verdict::Maybe);
    EXPECT_EQ(review.verdict("ben", 1), Verdict::Exclude);
    EXPECT_EQ(review.verdict("anna", 2), std::nullopt);
}

TEST(Log, undoBringsBackTheDecisionBefore)
{
    test::Review review(1);
    review.decide("anna", 1, Verdict::Include);
    review.decide("anna", 1, Verdict::Exclude);
    EXPECT_EQ(review.log.undo(test::Review::act("anna")).value().size(), 1U);
    EXPECT_EQ(review.verdict("anna", 1), Verdict::Include);
    EXPECT_EQ(review.log.undo(test::Review::act("anna")).value().size(), 1U);
    EXPECT_EQ(review.verdict("anna", 1), std::nullopt);
}

TEST(Log, undoTouchesOnlyTheOwnActs)
{
    test::Review review(1);
    review.decide("anna", 1, Verdict::Include);
    review.decide("ben", 1, Verdict::Exclude);
    ASSERT_FALSE(review.log.undo(test::Review::act("anna")).value().empty());
    EXPECT_EQ(review.verdict("anna", 1), std::nullopt);
    EXPECT_EQ(review.verdict("ben", 1), Verdict::Exclude);
    EXPECT_THAT(review.log.undo(test::Review::act("carla")).value(), IsEmpty());
}

TEST(Log, redoBringsBackWhatUndoTookInTheSameOrder)
{
    test::Review review(2);
    review.decide("anna", 1, Verdict::Include);
    review.decide("anna", 2, Verdict::Exclude);
    ASSERT_FALSE(review.log.undo(test::Review::act("anna")).value().empty());
    ASSERT_FALSE(review.log.undo(test::Review::act("anna")).value().empty());
    EXPECT_EQ(review.log.redo(test::Review::act("anna")).value().front().subject, 1);
    EXPECT_EQ(review.log.redo(test::Review::act("anna")).value().front().subject, 2);
    EXPECT_THAT(review.log.redo(test::Review::act("anna")).value(), IsEmpty());
    EXPECT_EQ(review.verdict("anna", 1), Verdict::Include);
    EXPECT_EQ(review.verdict("anna", 2), Verdict::Exclude);
}

TEST(Log, redoIsOverOnceSomethingElseWasDone)
{
    test::Review review(2);
    review.decide("anna", 1, Verdict::Include);
    ASSERT_FALSE(review.log.undo(test::Review::act("anna")).value().empty());
    review.decide("anna", 2, Verdict::Include);
    EXPECT_THAT(review.log.redo(test::Review::act("anna")).value(), IsEmpty());
}

TEST(Log, undoAndRedoSurviveARestart)
{
    test::Review review(1);
    review.decide("anna", 1, Verdict::Include);
    RandomUuidSource uuids(99);
    {
        auto again = ReviewFile::open(review.file.path()).value();
        Log log(again, uuids);
        ASSERT_EQ(log.undo(test::Review::act("anna")).value().size(), 1U);
    }
    EXPECT_EQ(review.verdict("anna", 1), std::nullopt);
    {
        auto again = ReviewFile::open(review.file.path()).value();
        Log log(again, uuids);
        ASSERT_EQ(log.redo(test::Review::act("anna")).value().size(), 1U);
    }
    EXPECT_EQ(review.verdict("anna", 1), Verdict::Include);
}

TEST(Log, undoOfAnImportHidesItsRecordsAndRedoShowsThem)
{
    test::Review review(2);
    review.addImport(3);
    EXPECT_EQ(review.records.units().value().size(), 5U);
    ASSERT_FALSE(review.log.undo(test::Review::act("anna")).value().empty());
    EXPECT_EQ(review.records.units().value().size(), 2U);
    ASSERT_FALSE(review.log.redo(test::Review::act("anna")).value().empty());
    EXPECT_EQ(review.records.units().value().size(), 5U);
}

TEST(Log, aGroupOutlivesTheImportOfItsKeptRecord)
{
    test::Review review(1);
    const ImportId first{1};
    review.addImport(2); // records 2 and 3
    review.merge(1, {1, 2, 3});
    EXPECT_EQ(review.records.units().value(), std::vector<RecordId>({{1}}));
    // Take back the import of record 1, whoever did what since.
    while (review.judgement.unitRows().value().size() == 3 &&
           !review.log.undo(test::Review::act("anna")).value().empty()) {
    }
    EXPECT_THAT(review.log.checkFold().value(), IsEmpty());
    EXPECT_EQ(first.value, 1);
}

TEST(Log, splitTakesARecordOutAndKeepsItApart)
{
    test::Review review(3);
    review.merge(1, {1, 2, 3});
    review.split(2);
    EXPECT_EQ(review.records.units().value(), std::vector<RecordId>({{1}, {2}}));
    const auto apart = review.judgement.keptApart().value();
    EXPECT_EQ(apart, (std::vector<std::pair<RecordId, RecordId>>{{{1}, {2}}, {{2}, {3}}}));
}

TEST(Log, splitOfTheKeptRecordLeavesTheOthersAGroup)
{
    test::Review review(3);
    review.merge(1, {1, 2, 3});
    review.split(1);
    EXPECT_EQ(review.records.units().value(), std::vector<RecordId>({{1}, {2}}));
    EXPECT_EQ(review.judgement.keptFor({3}).value(), RecordId{2});
}

TEST(Log, mergeThenSplitThenUndoIsTheMerge)
{
    test::Review review(3);
    review.merge(1, {1, 2, 3});
    const auto before = review.judgement.duplicates().value();
    review.split(2);
    ASSERT_FALSE(review.log.undo(test::Review::act("anna")).value().empty());
    EXPECT_EQ(review.judgement.duplicates().value(), before);
    EXPECT_THAT(review.judgement.keptApart().value(), IsEmpty());
}

/// Property: whatever was done and undone in whatever order, the cache equals the fold of the events.
TEST(Log, cacheEqualsTheFoldAfterAnySeriesOfActs)
{
    std::mt19937 random(20261124); // NOLINT(cert-msc51-cpp): the series must repeat
    for (int series = 0; series < 6; ++series) {
        test::Review review(8);
        const auto pick = [&](int below) {
            return static_cast<int>(random() % static_cast<unsigned>(below));
        };
        for (int act = 0; act < 60; ++act) {
            const std::string reviewer = pick(2) == 0 ? "anna" : "ben";
            const std::int64_t record = 1 + pick(8);
            switch (pick(7)) {
            case 0:
                review.merge(record, {record, 1 + (record % 8), 1 + ((record + 2) % 8)});
                break;
            case 1:
                review.split(record);
                break;
            case 2:
            case 3:
                static_cast<void>(review.log.undo(test::Review::act(reviewer)));
                break;
            case 4:
                static_cast<void>(review.log.redo(test::Review::act(reviewer)));
                break;
            default:
                review.decide(reviewer, record, pick(2) == 0 ? Verdict::Include : Verdict::Exclude);
            }
            const auto faults = review.log.checkFold().value();
            ASSERT_THAT(faults, IsEmpty()) << "series " << series << ", act " << act;
        }
    }
}

TEST(Log, noticesACacheThatWasTamperedWith)
{
    test::Review review(1);
    review.decide("anna", 1, Verdict::Include);
    ASSERT_EQ(test::executeAside(review.file.path(), "UPDATE decision SET verdict = 'exclude'"), SQLITE_OK);
    EXPECT_THAT(review.log.checkFold().value(), testing::SizeIs(1));
}

} // namespace

} // namespace winnow::store
