#include "app/flow_notes.h"
#include "app/history.h"
#include "app/studies.h"
#include "team.h"

#include <gmock/gmock.h>

#include <array>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::SizeIs;

void include(Team &team, std::int64_t record)
{
    team.decide("ann", record, Verdict::Include);
    team.decide("ann", record, Verdict::Include, {}, Stage::FullText);
}

std::vector<std::string> labelsOf(Workspace &workspace)
{
    std::vector<std::string> labels;
    for (const Study &study : studiesOf(workspace).value()) {
        labels.push_back(study.label);
    }
    return labels;
}

} // namespace

TEST(Studies, areTakenApartInOneAct)
{
    Team team(3);
    for (const std::int64_t record : {1, 2, 3}) {
        include(team, record);
    }
    const auto ann = team.as("ann");
    const std::array<RecordId, 2> both{{{1}, {2}}};
    ASSERT_TRUE(groupReports(*ann, both, "Smith trial"));
    EXPECT_THAT(labelsOf(*ann), SizeIs(2));
    ASSERT_TRUE(takeApart(*ann, studyOfReport(*ann, {2}).value()));
    EXPECT_THAT(labelsOf(*ann), SizeIs(3));
    ASSERT_TRUE(undo(*ann));
    EXPECT_THAT(studyOfReport(*ann, {2}).value().reports, ElementsAre(RecordId{1}, RecordId{2}));
}

TEST(Studies, takenApartLeaveAReportItsOtherStudies)
{
    Team team(2);
    include(team, 1);
    include(team, 2);
    const auto ann = team.as("ann");
    ASSERT_TRUE(setStudies(*ann, {{1}, {"North", "South"}, true}));
    ASSERT_TRUE(takeApart(*ann, studyOfReport(*ann, {1}, "North").value()));
    const auto left = studiesOf(*ann).value();
    ASSERT_THAT(left, SizeIs(2));
    EXPECT_EQ(left[0].name, "South");
    EXPECT_TRUE(left[0].isOfPreviousVersion);
}

TEST(Studies, ofOneReportCannotBeTakenApart)
{
    Team team(1);
    include(team, 1);
    const auto ann = team.as("ann");
    const auto done = takeApart(*ann, studyOfReport(*ann, {1}).value());
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::InvalidArgument);
}

} // namespace winnow::app::test
