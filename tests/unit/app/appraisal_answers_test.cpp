#include "app/appraisals.h"
#include "app/history.h"
#include "app/stages.h"
#include "appraisal/tools.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using appraisal::Judgement;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const appraisal::Tool &tool(const char *id)
{
    return *appraisal::toolCalled(id);
}

/// "D1 low (answers), D2 high ann over low"
std::string judged(Team &team, const std::string &reviewer, std::int64_t record)
{
    std::string text;
    for (const HeldJudgement &one : judgementsOf(*team.as(reviewer), {record}).value()) {
        text += (text.empty() ? "" : ", ") + one.said.domain + " " +
                std::string(toString(one.said.judgement)) +
                (one.isProposed ? " (proposed)" : " " + one.reviewer);
        if (!one.isProposed && one.proposed && *one.proposed != one.said.judgement) {
            text += " over " + std::string(toString(*one.proposed));
        }
    }
    return text;
}

RecordAppraisal first(Team &team, const std::string &reviewer, std::int64_t record)
{
    return appraisalsOfRecord(*team.as(reviewer), {record}).value().at(0);
}

/// All of RoB 2 with no concerns.
const std::vector<QuestionAnswer> kAllLow{{"1.1", "Y"},
                                          {"1.2", "Y"},
                                          {"1.3", "N"},
                                          {"2.1", "N"},
                                          {"2.2", "N"},
                                          {"2.6", "Y"},
                                          {"3.1", "Y"},
                                          {"4.1", "N"},
                                          {"4.2", "N"},
                                          {"4.3", "N"},
                                          {"5.1", "Y"},
                                          {"5.2", "N"},
                                          {"5.3", "N"}};

TEST(AppraisalAnswers, proposeTheDomainsAndTheWhole)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(answerQuestions(
        *ann, {1}, tool("rob2"), {{"1.1", "y", "by lot", "lots were drawn", "4"}, {"1.2", "probably yes"}}));
    EXPECT_EQ(judged(team, "ann", 1), "");
    const RecordAppraisal half = first(team, "ann", 1);
    ASSERT_EQ(half.answers.size(), 2U);
    EXPECT_EQ(half.answers[0].said.answer, "Y");
    EXPECT_EQ(half.answers[0].said.quote, "lots were drawn");
    EXPECT_EQ(half.answers[0].said.page, "4");
    EXPECT_EQ(half.answers[1].said.answer, "PY");
    EXPECT_EQ(half.open.front(), "1.3");
    ASSERT_TRUE(answerQuestions(*ann, {1}, tool("rob2"), kAllLow));
    EXPECT_EQ(
        judged(team, "ann", 1),
        "D1 low (proposed), D2 low (proposed), D3 low (proposed), D4 low (proposed), D5 low (proposed), "
        "Overall low (proposed)");
    EXPECT_THAT(first(team, "ann", 1).open, IsEmpty());
    EXPECT_EQ(appraisalsOf(*ann, nullptr).value().appraisals.studies.front().overall, Judgement::Low);
}

TEST(AppraisalAnswers, giveWayToAJudgementThatIsShownAsSuch)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(answerQuestions(*ann, {1}, tool("rob2"), kAllLow));
    ASSERT_TRUE(appraise(*ann, {1}, tool("rob2"), {{"D3", Judgement::High, "a third is lost"}}));
    EXPECT_THAT(judged(team, "ann", 1), HasSubstr("D3 high ann over low"));
    EXPECT_THAT(judged(team, "ann", 1), HasSubstr("Overall high (proposed)"));
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_THAT(judged(team, "ann", 1), HasSubstr("D3 low (proposed)"));
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_THAT(appraisalsOfRecord(*ann, {1}).value(), IsEmpty());
}

TEST(AppraisalAnswers, ofOthersAreSeenOnceFullTextIsOpened)
{
    Team team(1);
    ASSERT_TRUE(answerQuestions(*team.as("ann"), {1}, tool("rob2"), kAllLow));
    EXPECT_THAT(appraisalsOfRecord(*team.as("ben"), {1}).value(), IsEmpty());
    for (const LogEntry &entry : history(*team.as("ben"), RecordId{1}).value()) {
        EXPECT_TRUE(entry.event.verdict.empty() && entry.event.detail.empty() && entry.event.reason.empty());
    }
    ASSERT_TRUE(openStage(*team.as("ann"), Stage::FullText));
    EXPECT_EQ(first(team, "ben", 1).answers.size(), kAllLow.size());
    EXPECT_THAT(history(*team.as("ben"), RecordId{1}).value().front().text,
                HasSubstr("appraisal of r1 by rob2, 1.1: Y"));
}

TEST(AppraisalAnswers, ofTwoReviewersAreCompared)
{
    Team team(1);
    std::vector<QuestionAnswer> bens = kAllLow;
    bens[1].answer = "N";
    ASSERT_TRUE(answerQuestions(*team.as("ann"), {1}, tool("rob2"), kAllLow));
    ASSERT_TRUE(answerQuestions(*team.as("ben"), {1}, tool("rob2"), bens));
    EXPECT_THAT(first(team, "ann", 1).differences, IsEmpty()); // blind
    ASSERT_TRUE(openStage(*team.as("ann"), Stage::FullText));
    const RecordAppraisal seen = first(team, "ann", 1);
    ASSERT_EQ(seen.differences.size(), 2U);
    EXPECT_EQ(seen.differences[0].item, "1.2");
    EXPECT_THAT(seen.differences[0].said, ElementsAre(std::pair("ann", "Yes"), std::pair("ben", "No")));
    EXPECT_EQ(seen.differences[1].item, "D1");
    EXPECT_THAT(seen.differences[1].said, ElementsAre(std::pair("ann", "Low"), std::pair("ben", "High")));
    EXPECT_FALSE(seen.differences[1].isSettled);
    EXPECT_THAT(appraisalsOf(*team.as("ann"), nullptr).value().notices,
                ElementsAre(HasSubstr("reviewers differ on 1.2, D1")));
}

TEST(AppraisalConsensus, holdsWhateverSingleReviewersSayLater)
{
    Team team(1);
    ASSERT_TRUE(appraise(*team.as("ann"), {1}, tool("rob2"), {{"D1", Judgement::Low}}));
    ASSERT_TRUE(appraise(*team.as("ben"), {1}, tool("rob2"), {{"D1", Judgement::High}}));
    ASSERT_TRUE(openStage(*team.as("ann"), Stage::FullText));
    RecordJudgements agreed{{1}, {{"D1", Judgement::SomeConcerns, "talked over"}}};
    agreed.isConsensus = true;
    ASSERT_TRUE(appraiseAll(*team.as("ann"), tool("rob2"), {agreed}));
    ASSERT_TRUE(appraise(*team.as("ben"), {1}, tool("rob2"), {{"D1", Judgement::High}}));
    EXPECT_EQ(judged(team, "ben", 1), "D1 some-concerns ann");
    const RecordAppraisal seen = first(team, "ben", 1);
    ASSERT_EQ(seen.differences.size(), 1U);
    EXPECT_TRUE(seen.differences[0].isSettled);
}

TEST(AppraisalConsensus, isForThoseWhoMaySettle)
{
    Team team(1);
    StageSettings settings = defaultSettings(Stage::FullText);
    settings.adjudicators = {"cleo"};
    team.set(settings);
    RecordJudgements agreed{{1}, {{"D1", Judgement::Low}}};
    agreed.isConsensus = true;
    EXPECT_FALSE(appraiseAll(*team.as("ann"), tool("rob2"), {agreed}));
    // Blind still.
    const auto refused = appraiseAll(*team.as("cleo"), tool("rob2"), {agreed});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("still blind"));
    ASSERT_TRUE(openStage(*team.as("cleo"), Stage::FullText));
    EXPECT_TRUE(appraiseAll(*team.as("cleo"), tool("rob2"), {agreed}));
    EXPECT_FALSE(appraiseAll(*team.as("ann"), tool("rob2"), {agreed}));
}

TEST(AppraisalResults, standSideBySide)
{
    Team team(1);
    const auto ann = team.as("ann");
    ASSERT_TRUE(answerQuestions(*ann, {1}, tool("rob2"), kAllLow, "pain at 6 weeks"));
    EXPECT_EQ(appraisalsOf(*ann, nullptr).value().appraisals.studies.front().study, "r1");
    ASSERT_TRUE(answerQuestions(*ann, {1}, tool("rob2"), kAllLow, "function"));
    ASSERT_TRUE(
        appraiseAll(*ann,
                    tool("rob2"),
                    {{{1}, {{"D4", Judgement::High, "open, by the patient"}}, {}, "pain at 6 weeks"}}));
    const auto shown = appraisalsOf(*ann, nullptr).value().appraisals;
    ASSERT_EQ(shown.studies.size(), 2U);
    EXPECT_EQ(shown.studies[0].study, "r1, function");
    EXPECT_EQ(shown.studies[0].overall, Judgement::Low);
    EXPECT_EQ(shown.studies[1].study, "r1, pain at 6 weeks");
    EXPECT_EQ(shown.studies[1].overall, Judgement::High);
    EXPECT_EQ(appraisalsOf(*ann, nullptr, "function").value().appraisals.studies.size(), 1U);
    EXPECT_FALSE(appraisalsOf(*ann, nullptr, "death"));
}

TEST(AppraisalAnswers, ofAToolWithoutJudgementsAreShownAsTheyAre)
{
    Team team(2);
    const auto ann = team.as("ann");
    std::vector<QuestionAnswer> answers;
    for (int i = 1; i <= 8; ++i) {
        answers.push_back({std::to_string(i), i == 3 ? "no" : "yes"});
    }
    answers.push_back({"Overall", "Include"});
    ASSERT_TRUE(answerQuestions(*ann, {1}, tool("jbi-case-report"), answers));
    ASSERT_TRUE(answerQuestions(*ann, {2}, tool("jbi-case-report"), {{"1", "Y"}}));
    EXPECT_EQ(first(team, "ann", 1).answers.back().said.answer, "include");
    EXPECT_EQ(tallyText(tool("jbi-case-report"), first(team, "ann", 1).tally), "Yes 7, No 1 of 8 questions");
    const auto shown = appraisalsOf(*ann, nullptr).value();
    EXPECT_TRUE(shown.appraisals.isOfAnswers);
    ASSERT_EQ(shown.appraisals.studies.size(), 1U);
    EXPECT_EQ(shown.appraisals.studies[0].domains[2], Judgement::High);
    EXPECT_THAT(shown.notices, ElementsAre(HasSubstr("not answered yet: 2, 3, 4")));
    const auto refused = appraise(*ann, {1}, tool("jbi-case-report"), {{"Q", Judgement::Low}});
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().message, HasSubstr("answer its questions instead"));
}

TEST(AppraisalAnswers, areRefusedWithTheChoicesThatThereAre)
{
    Team team(1);
    const auto ann = team.as("ann");
    const auto none = answerQuestions(*ann, {1}, tool("rob2"), {{"9.9", "Y"}});
    ASSERT_FALSE(none);
    EXPECT_THAT(none.error().message, HasSubstr("RoB 2 has no question \"9.9\""));
    const auto word = answerQuestions(*ann, {1}, tool("rob2"), {{"1.1", "Y"}, {"1.2", "perhaps"}});
    ASSERT_FALSE(word);
    EXPECT_THAT(word.error().message, HasSubstr("write Y (Yes), PY (Probably yes)"));
    EXPECT_THAT(appraisalsOfRecord(*ann, {1}).value(), IsEmpty()); // nothing of it was kept
    EXPECT_FALSE(answerQuestions(*ann, {1}, tool("rob2"), {{"Overall", "Y"}}));
    EXPECT_FALSE(answerQuestions(*ann, {1}, tool("rob2"), {{"1.1", "Y", std::string(30'000, 'x')}}));
}

TEST(AppraisalAnswers, ofQuadasHaveConcernsAboutApplicabilityBesideTheWhole)
{
    Team team(1);
    const auto ann = team.as("ann");
    std::vector<DomainJudgement> low;
    for (const char *domain : {"D1", "D2", "D3", "D4"}) {
        low.push_back({domain, Judgement::Low});
    }
    low.push_back({"A2", Judgement::High, "another threshold"});
    ASSERT_TRUE(appraise(*ann, {1}, tool("quadas-2"), low));
    EXPECT_EQ(judged(team, "ann", 1),
              "D1 low ann, D2 low ann, D3 low ann, D4 low ann, A2 high ann, Overall low (proposed)");
    EXPECT_EQ(appraisalsOf(*ann, nullptr).value().appraisals.studies.front().domains.size(), 4U);
}

} // namespace

} // namespace winnow::app::test
