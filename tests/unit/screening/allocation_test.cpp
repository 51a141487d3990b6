#include "screening/allocation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace winnow::screening {

namespace {

constexpr int kRecords = 4000;

StageSettings sharedBy(std::vector<std::string> reviewers)
{
    StageSettings settings = defaultSettings(Stage::TitleAbstract);
    settings.reviewers = std::move(reviewers);
    return settings;
}

int assignedTo(const StageSettings &settings, const std::string &reviewer)
{
    int count = 0;
    for (int id = 1; id <= kRecords; ++id) {
        count += static_cast<int>(isAssigned(settings, {id}, reviewer));
    }
    return count;
}

TEST(Allocation, givesEachRecordToAsManyReviewersAsItNeeds)
{
    StageSettings settings = sharedBy({"ann", "ben", "cleo"});
    settings.secondReviewerShare = 0.2;
    for (int id = 1; id <= kRecords; ++id) {
        int readers = 0;
        for (const std::string &reviewer : settings.reviewers) {
            readers += static_cast<int>(isAssigned(settings, {id}, reviewer));
        }
        ASSERT_EQ(readers, reviewersNeeded(settings, {id})) << id;
    }
}

TEST(Allocation, isEvenButForChance)
{
    const StageSettings settings = sharedBy({"ann", "ben", "cleo", "dov"});
    for (const std::string &reviewer : settings.reviewers) {
        EXPECT_NEAR(assignedTo(settings, reviewer), kRecords / 4.0, 4 * std::sqrt(kRecords * 0.25 * 0.75));
    }
}

TEST(Allocation, readsTheShareOfRecordsTwice)
{
    StageSettings settings = defaultSettings(Stage::TitleAbstract);
    settings.secondReviewerShare = 0.1;
    int twice = 0;
    for (int id = 1; id <= kRecords; ++id) {
        twice += static_cast<int>(reviewersNeeded(settings, {id}) == 2);
    }
    EXPECT_NEAR(twice, kRecords / 10.0, 4 * std::sqrt(kRecords * 0.1 * 0.9));
    settings.reviewersPerRecord = 2;
    EXPECT_EQ(reviewersNeeded(settings, {1}), 2);
}

TEST(Allocation, takesFromEachAlikeWhenSomebodyJoins)
{
    const StageSettings two = sharedBy({"ann", "ben"});
    const StageSettings three = sharedBy({"ann", "ben", "cleo"});
    for (int id = 1; id <= kRecords; ++id) {
        for (const std::string &reviewer : two.reviewers) {
            ASSERT_LE(isAssigned(three, {id}, reviewer), isAssigned(two, {id}, reviewer));
        }
    }
    EXPECT_NEAR(assignedTo(three, "cleo"), kRecords / 3.0, 4 * std::sqrt(kRecords * 2.0 / 9));
}

TEST(Allocation, leavesEverythingToEveryoneWhereNobodyIsNamed)
{
    EXPECT_EQ(assignedTo(sharedBy({}), "anybody"), kRecords);
    EXPECT_EQ(assignedTo(sharedBy({"ann"}), "ben"), 0);
}

} // namespace

} // namespace winnow::screening
