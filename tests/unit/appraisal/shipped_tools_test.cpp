#include "appraisal/answers.h"
#include "appraisal/tool_check.h"
#include "appraisal/tool_json.h"
#include "appraisal/tools.h"
#include "text/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <map>

namespace winnow::appraisal::test {

namespace {

using testing::HasSubstr;
using testing::IsEmpty;

TEST(ShippedTools, areAllReadWithRulesThatAreReachedAndComplete)
{
    EXPECT_EQ(tools().size(), shippedTools().size());
    for (const ShippedFile &file : shippedTools()) {
        const auto tool = parseTool(file.content);
        ASSERT_TRUE(tool) << file.name << ": " << tool.error().message;
        EXPECT_EQ(tool->id, file.name);
        EXPECT_THAT(problemsOf(*tool), IsEmpty()) << file.name;
        EXPECT_FALSE(tool->wording.empty()) << file.name;
        EXPECT_FALSE(tool->description.empty()) << file.name;
    }
}

/// Where a question says "not", nobody is sure what its "yes" means.
TEST(ShippedTools, askWithoutANegation)
{
    constexpr std::array<std::string_view, 6> kNegations{"not", "no", "nobody", "none", "never", "nothing"};
    for (const ToolPtr &tool : tools()) {
        for (const Question *question : questionsOf(*tool)) {
            for (const auto &[word, from, to] : text::tokens(question->text)) {
                EXPECT_EQ(std::ranges::count(kNegations, word), 0)
                    << tool->id << " " << question->id << ": " << question->text;
            }
        }
    }
}

TEST(ShippedTools, areTheSameOnceWrittenAndReadAgain)
{
    for (const ToolPtr &tool : tools()) {
        const auto again = parseTool(toJson(*tool));
        ASSERT_TRUE(again) << tool->id << ": " << again.error().message;
        EXPECT_EQ(*again, *tool) << tool->id;
    }
}

TEST(ShippedTools, haveAsManyQuestionsAsTheirOriginals)
{
    const std::map<std::string, int> expected{{"rob2", 22},
                                              {"robins-i", 34},
                                              {"quadas-2", 11},
                                              {"jbi-rct", 13},
                                              {"jbi-quasi-experimental", 9},
                                              {"jbi-cohort", 11},
                                              {"jbi-case-control", 10},
                                              {"jbi-cross-sectional", 8},
                                              {"jbi-prevalence", 9},
                                              {"jbi-case-series", 10},
                                              {"jbi-case-report", 8},
                                              {"jbi-qualitative", 10},
                                              {"jbi-text-opinion", 6},
                                              {"jbi-systematic-review", 11},
                                              {"jbi-diagnostic", 10},
                                              {"jbi-economic", 11},
                                              {"casp-qualitative", 10},
                                              {"casp-rct", 11},
                                              {"casp-cohort", 14},
                                              {"casp-systematic-review", 10},
                                              {"nos-cohort", 8},
                                              {"nos-case-control", 8},
                                              {"mmat-2018", 2 + 5 * 5},
                                              {"generic", 0}};
    for (const auto &[id, count] : expected) {
        const ToolPtr tool = toolCalled(id);
        ASSERT_NE(tool, nullptr) << id;
        EXPECT_EQ(std::ranges::count(questionsOf(*tool), true, &Question::isCounted), count) << id;
    }
    // Only ROBINS-E is a selection of our own.
    EXPECT_EQ(expected.size() + 1, tools().size());
}

TEST(ShippedTools, beginWithThoseOfCochraneAndEndWithTheGenericOne)
{
    EXPECT_EQ(tools().front()->id, "rob2");
    EXPECT_EQ(tools().back()->id, "generic");
}

/// The answer to every question that has the most stars.
Answers bestOf(const Tool &tool)
{
    Answers answers;
    for (const Question *question : questionsOf(tool)) {
        const AnswerSet &set = *answerSetOf(tool, question->answers);
        answers[question->id] = std::ranges::max_element(set.choices, {}, &Choice::stars)->id;
    }
    return answers;
}

TEST(NewcastleOttawa, givesNineStarsAtMost)
{
    for (const char *id : {"nos-cohort", "nos-case-control"}) {
        const ToolPtr tool = toolCalled(id);
        const Tally tally = tallyOf(*tool, sheetOf(*tool, bestOf(*tool)));
        EXPECT_EQ(tally.given, 9) << id;
        EXPECT_EQ(tally.most, 9) << id;
        ASSERT_EQ(tally.stars.size(), 3U);
        EXPECT_EQ(tally.stars[0].most, 4);
        EXPECT_EQ(tally.stars[1].most, 2);
        EXPECT_EQ(tally.stars[2].most, 3);
    }
}

TEST(NewcastleOttawa, countsStarsByCategory)
{
    const ToolPtr tool = toolCalled("nos-cohort");
    Answers answers{
        {"S1", "b"}, {"S2", "c"}, {"S3", "a"}, {"S4", "a"}, {"C1", "a"}, {"O1", "c"}, {"O2", "a"}};
    EXPECT_EQ(tallyText(*tool, tallyOf(*tool, sheetOf(*tool, answers))),
              "5 of 9 stars (Selection 3 of 4, Comparability 1 of 2, Outcome 1 of 3); 1 not answered yet");
}

TEST(Mmat, asksTheCriteriaOfTheDesign)
{
    const ToolPtr tool = toolCalled("mmat-2018");
    const auto asked = [&](const char *design) {
        const Tally tally = tallyOf(*tool, sheetOf(*tool, {{"design", design}}));
        return tally.asked;
    };
    EXPECT_EQ(asked(""), 2);
    EXPECT_EQ(asked("qualitative"), 7);
    EXPECT_EQ(asked("descriptive"), 7);
    EXPECT_EQ(asked("mixed-rct"), 17);
    const Sheet sheet = sheetOf(*tool, {{"design", "mixed-non-randomised"}});
    std::string first;
    for (const Question *question : sheet.asked) {
        first += question->id.ends_with(".1") ? question->id + " " : "";
    }
    EXPECT_EQ(first, "1.1 3.1 5.1 ");
}

TEST(Jbi, tellsHowAnswersAreSpreadAndNoScore)
{
    const ToolPtr tool = toolCalled("jbi-case-report");
    const Answers answers{
        {"1", "Y"}, {"2", "Y"}, {"3", "N"}, {"4", "U"}, {"5", "Y"}, {"6", "NA"}, {"7", "Y"}, {"8", "Y"}};
    EXPECT_EQ(tallyText(*tool, tallyOf(*tool, sheetOf(*tool, answers))),
              "Yes 5, No 1, Unclear 1, Not applicable 1 of 8 questions");
    EXPECT_EQ(tool->conclusion, "conclusion");
    EXPECT_FALSE(tool->isJudged());
}

TEST(Quadas2, proposesLowOnlyAndLeavesTheRestToTheReviewer)
{
    const ToolPtr tool = toolCalled("quadas-2");
    const auto proposed = [&](const Answers &answers) {
        return proposedJudgement(tool->domains[1], sheetOf(*tool, answers));
    };
    EXPECT_EQ(proposed({{"2.1", "Y"}, {"2.2", "Y"}}), Judgement::Low);
    EXPECT_EQ(proposed({{"2.1", "Y"}, {"2.2", "NA"}}), Judgement::Low);
    EXPECT_EQ(proposed({{"2.1", "N"}, {"2.2", "Y"}}), std::nullopt);
    EXPECT_EQ(tool->further.size(), 3U);
}

TEST(Quadas2, takesYesForTheGoodAnswerToEachQuestion)
{
    const ToolPtr tool = toolCalled("quadas-2");
    Answers good;
    for (const Question *question : questionsOf(*tool)) {
        good[question->id] = "Y";
    }
    for (const ToolDomain &domain : tool->domains) {
        EXPECT_EQ(proposedJudgement(domain, sheetOf(*tool, good)), Judgement::Low) << domain.code;
        for (const Question &question : domain.questions) {
            for (const char *bad : {"N", "U"}) {
                Answers answers = good;
                answers[question.id] = bad;
                EXPECT_EQ(proposedJudgement(domain, sheetOf(*tool, answers)), std::nullopt) << question.id;
            }
        }
    }
}

} // namespace

} // namespace winnow::appraisal::test
