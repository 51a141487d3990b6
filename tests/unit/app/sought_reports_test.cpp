#include "app/flow_notes.h"
#include "app/sought_reports.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::int64_t> idsOf(Workspace &workspace)
{
    std::vector<std::int64_t> ids;
    for (const SoughtReport &report : soughtReports(workspace).value()) {
        ids.push_back(report.row.id.value);
    }
    return ids;
}

} // namespace

TEST(SoughtReports, areThoseOfRecordsThatPassedTitleAndAbstract)
{
    Team team(4);
    EXPECT_THAT(idsOf(*team.as("ann")), IsEmpty());
    team.decide("ann", 1, Verdict::Include);
    team.decide("ann", 2, Verdict::Exclude);
    team.decide("ann", 4, Verdict::Maybe);
    EXPECT_THAT(idsOf(*team.as("ann")), ElementsAre(1, 4));
}

TEST(SoughtReports, haveTheNewestStatusAndItsReason)
{
    Team team(2);
    team.decide("ann", 1, Verdict::Include);
    const auto ann = team.as("ann");
    EXPECT_EQ(soughtReports(*ann).value().front().status, ReportStatus::Sought);
    ASSERT_TRUE(setReportStatus(*ann, {{1}, ReportStatus::Ongoing, "until 2027"}));
    ASSERT_TRUE(setReportStatus(*ann, {{1}, ReportStatus::NotRetrieved, "no access"}));
    const SoughtReport report = soughtReports(*ann).value().front();
    EXPECT_EQ(report.status, ReportStatus::NotRetrieved);
    EXPECT_EQ(report.why, "no access");
    EXPECT_FALSE(isAssessed(report));
}

TEST(SoughtReports, areAssessedForWhoMayKnowTheVerdict)
{
    Team team(1);
    team.decide("ann", 1, Verdict::Include);
    team.decide("ann", 1, Verdict::Exclude, "no data", Stage::FullText);
    EXPECT_TRUE(isAssessed(soughtReports(*team.as("ann")).value().front()));
    EXPECT_FALSE(isAssessed(soughtReports(*team.as("ben")).value().front()));
}

} // namespace winnow::app::test
