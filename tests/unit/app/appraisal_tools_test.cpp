#include "app/appraisal_rows.h"
#include "app/appraisal_tools.h"
#include "app/history.h"
#include "app/stages.h"
#include "base/file.h"
#include "team.h"

#include <gmock/gmock.h>

namespace winnow::app::test {

namespace {

using appraisal::Judgement;
using testing::HasSubstr;

constexpr const char *kTool = R"({"id": "own", "name": "Our tool", "version": "1",
    "answers": {"yn": [{"id": "Y", "label": "Yes"}, {"id": "N", "label": "No"}]}, "usual-answers": "yn",
    "scale": [{"judgement": "low", "label": "Good"}, {"judgement": "high", "label": "Poor"}],
    "domains": [{"code": "D1", "name": "Sampling", "questions": [{"id": "a", "text": "At random?"}],
                 "rules": [{"when": {"a": "Y"}, "judgement": "low"}, {"judgement": "high"}]}]})";

class AppraisalTools : public testing::Test
{
protected:
    std::filesystem::path write(const std::string &name, const std::string &text)
    {
        auto path = m_folder.path() / name;
        EXPECT_TRUE(writeFile(path, text));
        return path;
    }

    winnow::test::TempFolder m_folder;
    Team m_team{2};
};

TEST_F(AppraisalTools, ofTheReviewAreFoundOnceTheyWerePublished)
{
    const auto ann = m_team.as("ann");
    EXPECT_FALSE(toolOf(*ann, "own"));
    ASSERT_TRUE(publishTool(*ann, write("own.json", kTool)));
    const auto tool = toolOf(*m_team.as("ben"), "own");
    ASSERT_TRUE(tool);
    EXPECT_EQ((*tool)->name, "Our tool");
    EXPECT_EQ(toolsOf(*ann).value().size(), appraisal::tools().size() + 1);
    ASSERT_TRUE(answerQuestions(*ann, {1}, **tool, {{"a", "N"}}));
    const auto judged = judgementsOf(*ann, {1}).value();
    ASSERT_EQ(judged.size(), 2U);
    EXPECT_EQ(judged.front().said.judgement, Judgement::High);
    EXPECT_EQ(appraisalsOf(*ann, nullptr).value().appraisals.tool->id, "own");
}

TEST_F(AppraisalTools, areStoredOnceAndChangedWithANewVersion)
{
    const auto ann = m_team.as("ann");
    const auto path = write("own.json", kTool);
    ASSERT_TRUE(publishTool(*ann, path));
    ASSERT_TRUE(publishTool(*ann, path));
    EXPECT_EQ(ann->log().live(EventKind::FormPublished).value().size(), 1U);
    std::string changed = kTool;
    changed.replace(changed.find("At random?"), 10, "By chance?");
    const auto refused = publishTool(*ann, write("own.json", changed));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::AlreadyExists);
    changed.replace(changed.find(R"("version": "1")"), 14, R"("version": "2")");
    ASSERT_TRUE(publishTool(*ann, write("own.json", changed)));
    EXPECT_EQ(toolOf(*ann, "own").value()->version, "2");
    ASSERT_TRUE(undo(*ann).value());
    EXPECT_EQ(toolOf(*ann, "own").value()->version, "1");
}

TEST_F(AppraisalTools, thatAreWrongAreRefused)
{
    const auto ann = m_team.as("ann");
    std::string text = kTool;
    text.replace(text.find("\"own\""), 5, "\"rob2\"");
    EXPECT_THAT(publishTool(*ann, write("x.json", text)).error().message, HasSubstr("tool that ships"));
    text = kTool;
    text.replace(text.find(R"(, {"judgement": "high"})"), 23, "");
    const auto gap = publishTool(*ann, write("x.json", text));
    ASSERT_FALSE(gap);
    EXPECT_THAT(gap.error().message, HasSubstr("x.json: The rules of D1 give no judgement for a=N"));
    EXPECT_FALSE(publishTool(*ann, m_folder.path() / "missing.json"));
    EXPECT_TRUE(ann->log().live(EventKind::FormPublished).value().empty());
}

TEST_F(AppraisalTools, rowsBuildTheAppraisalsAgain)
{
    const auto ann = m_team.as("ann");
    ASSERT_TRUE(answerQuestions(*ann,
                                {1},
                                *appraisal::toolCalled("rob2"),
                                {{"1.1", "Y", "said, \"so\"", "line\nbreak", "7"}},
                                "pain"));
    ASSERT_TRUE(appraise(*m_team.as("ben"), {1}, *appraisal::toolCalled("rob2"), {{"D1", Judgement::High}}));
    EXPECT_EQ(appraisalRows(*ann).value().size(), 1U); // ben's are blind
    ASSERT_TRUE(openStage(*ann, Stage::FullText));
    RecordJudgements agreed{{2}, {{"Overall", Judgement::Low, "by both"}}};
    agreed.isConsensus = true;
    ASSERT_TRUE(appraiseAll(*ann, *appraisal::toolCalled("rob2"), {agreed}));
    const auto rows = appraisalRows(*ann).value();
    ASSERT_EQ(rows.size(), 3U);
    for (const char *name : {"rows.csv", "rows.json"}) {
        const auto path = m_folder.path() / name;
        ASSERT_TRUE(writeAppraisalRows(rows, path));
        EXPECT_TRUE(holdsAppraisalRows(path).value());
        Team again(2);
        const auto cleo = again.as("cleo");
        ASSERT_TRUE(openStage(*cleo, Stage::FullText));
        const auto outcome = importAppraisalRows(*cleo, path, nullptr, {});
        ASSERT_TRUE(outcome) << outcome.error().message;
        EXPECT_EQ(outcome->studies, 2U);
        EXPECT_EQ(outcome->answers, 1U);
        EXPECT_EQ(appraisalRows(*cleo).value(), rows) << name;
        ASSERT_TRUE(undo(*cleo).value());
        EXPECT_TRUE(appraisalRows(*cleo).value().empty());
    }
}

TEST_F(AppraisalTools, rowsThatDoNotFitAreRefusedWhole)
{
    const auto ann = m_team.as("ann");
    const auto refusal = [&](const std::string &name, const std::string &text) {
        const auto outcome = importAppraisalRows(*ann, write(name, text), nullptr, {});
        EXPECT_FALSE(outcome) << text;
        return outcome ? std::string() : outcome.error().message;
    };
    const std::string head = "study,tool,question,answer\n";
    EXPECT_THAT(refusal("x.csv", head + "r1,rob2,1.1,Y\nr9,rob2,1.1,Y\n"), HasSubstr("r9"));
    EXPECT_THAT(refusal("x.csv", head + "r1,rob2,1.1,Y\nr1,rob2,1.9,Y\n"), HasSubstr("no question \"1.9\""));
    EXPECT_THAT(refusal("x.csv", head + "r1,nothing,1.1,Y\n"), HasSubstr("Line 2: there is no tool"));
    EXPECT_THAT(refusal("x.csv", head + "r1,,1.1,Y\n"), HasSubstr("names no tool"));
    EXPECT_THAT(refusal("x.csv", head + "r1,rob2,1.1,\n"), HasSubstr("neither an answer"));
    EXPECT_THAT(refusal("x.csv", head + "r1,rob2,1.1\n"), HasSubstr("3 cells"));
    EXPECT_THAT(refusal("x.csv", "study,tool,question,answer,colour\nr1,rob2,1.1,Y,red\n"),
                HasSubstr("\"colour\" is none of"));
    EXPECT_THAT(refusal("x.csv", "study,tool,domain,judgement\nr1,rob2,D1,fine\n"),
                HasSubstr("\"fine\" is no judgement"));
    EXPECT_THAT(refusal("x.json", "{\"a\": 1}"), HasSubstr("no JSON of appraisals"));
    EXPECT_THAT(refusal("x.json", "[{\"study\": [1]}]"), HasSubstr("must be a text"));
    EXPECT_THAT(refusal("x.json", "[]"), HasSubstr("no answer and no judgement"));
    EXPECT_TRUE(appraisalRows(*ann).value().empty());
}

} // namespace

} // namespace winnow::app::test
