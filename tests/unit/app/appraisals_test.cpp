#include "app/appraisals.h"
#include "app/history.h"
#include "app/stages.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using appraisal::Judgement;
using testing::HasSubstr;

const appraisal::Tool &rob2()
{
    return *appraisal::toolCalled("rob2");
}

std::vector<DomainJudgement> all(Judgement judgement)
{
    std::vector<DomainJudgement> judgements;
    for (const appraisal::Domain &domain : appraisal::domainsOf(rob2())) {
        judgements.push_back({domain.code, judgement, {}});
    }
    return judgements;
}

/// "D1 low ann, Overall low" of what the reviewer sees.
std::string seen(Team &team, const std::string &reviewer, std::int64_t record)
{
    std::string text;
    for (const HeldJudgement &one : judgementsOf(*team.as(reviewer), {record}).value()) {
        text += (text.empty() ? "" : ", ") + one.said.domain + " " +
                std::string(toString(one.said.judgement)) + (one.reviewer.empty() ? "" : " ") + one.reviewer;
    }
    return text;
}

TEST(Appraisals, holdTheLatestJudgementOfEachDomain)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(
        appraise(*ann, {1}, rob2(), {{"D1", Judgement::Low, "drawn by lot"}, {"d2", Judgement::High, {}}}));
    ASSERT_TRUE(appraise(*ann, {1}, rob2(), {{"D2", Judgement::SomeConcerns, {}}}));
    EXPECT_EQ(seen(team, "ann", 1), "D1 low ann, D2 some-concerns ann");
    EXPECT_EQ(judgementsOf(*ann, {1}).value().front().said.support, "drawn by lot");
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_EQ(seen(team, "ann", 1), "D1 low ann, D2 high ann");
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_EQ(seen(team, "ann", 1), "");
    ASSERT_TRUE(redo(*ann).value());
    EXPECT_EQ(seen(team, "ann", 1), "D1 low ann, D2 high ann");
}

TEST(Appraisals, proposeTheWholeOnceAllDomainsAreJudged)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(appraise(*ann, {1}, rob2(), all(Judgement::Low)));
    EXPECT_THAT(seen(team, "ann", 1), HasSubstr("Overall low"));
    ASSERT_TRUE(appraise(*ann, {1}, rob2(), {{"D4", Judgement::High, {}}}));
    EXPECT_THAT(seen(team, "ann", 1), HasSubstr("Overall high"));
    ASSERT_TRUE(appraise(*ann, {1}, rob2(), {{"Overall", Judgement::SomeConcerns, {}}}));
    EXPECT_THAT(seen(team, "ann", 1), HasSubstr("Overall some-concerns ann"));
}

TEST(Appraisals, ofOthersAreSeenOnceFullTextIsOpened)
{
    Team team(1);
    ASSERT_TRUE(appraise(*team.as("ann"), {1}, rob2(), all(Judgement::High)));
    EXPECT_EQ(seen(team, "ben", 1), "");
    EXPECT_FALSE(appraisalsOf(*team.as("ben"), nullptr));
    for (const LogEntry &entry : history(*team.as("ben"), RecordId{1}).value()) {
        EXPECT_EQ(entry.text.find("high"), std::string::npos) << entry.text;
        EXPECT_TRUE(entry.event.verdict.empty() && entry.event.detail.empty());
    }
    ASSERT_TRUE(openStage(*team.as("ann"), Stage::FullText));
    EXPECT_THAT(seen(team, "ben", 1), HasSubstr("D1 high ann"));
    EXPECT_EQ(appraisalsOf(*team.as("ben"), nullptr).value().appraisals.studies.size(), 1U);
}

TEST(Appraisals, ofDuplicatesAreThoseOfOneRecord)
{
    Team team(2);
    const auto ann = team.as("ann");
    ASSERT_TRUE(appraise(*ann, {2}, rob2(), all(Judgement::Low)));
    team.merge({{1}, {2}});
    EXPECT_THAT(seen(team, "ann", 1), HasSubstr("D5 low ann"));
    EXPECT_EQ(appraisalsOf(*team.as("ann"), nullptr).value().appraisals.studies.size(), 1U);
}

TEST(Appraisals, leaveOutWhatIsNotJudgedInFull)
{
    Team team(2);
    const auto ann = team.as("ann");
    ASSERT_TRUE(appraise(*ann, {1}, rob2(), all(Judgement::Low)));
    ASSERT_TRUE(appraise(*ann, {2}, rob2(), {{"D1", Judgement::Low, {}}, {"D3", Judgement::Low, {}}}));
    const auto shown = appraisalsOf(*ann, nullptr).value();
    EXPECT_EQ(shown.appraisals.studies.size(), 1U);
    ASSERT_EQ(shown.notices.size(), 1U);
    EXPECT_THAT(shown.notices.front(), HasSubstr("D2, D4, D5"));
}

TEST(Appraisals, askForTheToolWhereSeveralWereUsed)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(appraise(*ann, {1}, rob2(), all(Judgement::Low)));
    ASSERT_TRUE(appraise(*ann, {1}, *appraisal::toolCalled("generic"), {{"Blinding", Judgement::High, {}}}));
    const auto refused = appraisalsOf(*ann, nullptr);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("rob2, generic"));
    const auto shown = appraisalsOf(*ann, appraisal::toolCalled("generic")).value().appraisals;
    EXPECT_EQ(shown.domains.front(), (appraisal::Domain{"D1", "Blinding"}));
    EXPECT_EQ(shown.studies.front().overall, Judgement::High);
}

TEST(Appraisals, refuseADomainThatTheToolLacks)
{
    Team team(1);
    const auto refused = appraise(*team.as("ann"), {1}, rob2(), {{"D6", Judgement::Low, {}}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("RoB 2 has no domain \"D6\"; its domains are D1 ("));
    EXPECT_FALSE(appraise(*team.as("ann"), {1}, rob2(), {}));
}

} // namespace

} // namespace winnow::app::test
