#include "app/bulk_decisions.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(ChosenRecords, areToldApartByWhatTheReviewerSaidOfThem)
{
    Team team(5);
    team.decide("ann", 1, Verdict::Include);
    team.decide("ann", 2, Verdict::Exclude);
    team.decide("ben", 3, Verdict::Include);
    const std::vector<RecordId> chosen{{4}, {1}, {2}, {3}};
    const auto preview =
        previewChosen(*team.as("ann"), chosen, Stage::TitleAbstract, Verdict::Exclude).value();
    EXPECT_THAT(preview.open, ElementsAre(RecordId{4}));
    EXPECT_THAT(preview.differently, ElementsAre(RecordId{1}));
    EXPECT_EQ(preview.same, 1);
    EXPECT_EQ(preview.others, 1);
}

TEST(ChosenRecords, cannotBeDecidedAtAStageTheyHaveNotReached)
{
    Team team(2);
    team.decide("ann", 1, Verdict::Include);
    const std::vector<RecordId> chosen{{1}, {2}};
    const auto preview = previewChosen(*team.as("ann"), chosen, Stage::FullText, Verdict::Include).value();
    EXPECT_THAT(preview.open, ElementsAre(RecordId{1}));
    EXPECT_THAT(preview.differently, IsEmpty());
    EXPECT_EQ(preview.others, 1);
}

} // namespace winnow::app::test
