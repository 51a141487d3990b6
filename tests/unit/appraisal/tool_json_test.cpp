#include "appraisal/tool_check.h"
#include "appraisal/tool_json.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::appraisal::test {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A tool of one domain with the given questions and rules.
std::string toolWith(const std::string &questions, const std::string &rules)
{
    return R"({"id": "own", "name": "Our tool", "answers": {"yn": [{"id": "Y", "label": "Yes"},
        {"id": "N", "label": "No"}]}, "usual-answers": "yn",
        "scale": [{"judgement": "low", "label": "Low"}, {"judgement": "high", "label": "High"}],
        "domains": [{"code": "D1", "name": "One", "questions": [)" +
           questions + R"(], "rules": [)" + rules + "]}]}";
}

constexpr const char *kTwoQuestions =
    R"({"id": "1", "text": "First?"}, {"id": "2", "text": "Second?", "when": {"1": "Y"}})";

std::string refusalOf(const std::string &text)
{
    const auto tool = parseTool(text);
    EXPECT_FALSE(tool) << text;
    return tool ? std::string() : tool.error().message;
}

TEST(ToolFile, ofOnesOwnIsRead)
{
    const auto tool = parseTool(toolWith(
        kTwoQuestions, R"({"when": [{"1": ["N"]}, {"2": "N"}], "judgement": "high"}, {"judgement": "low"})"));
    ASSERT_TRUE(tool) << tool.error().message;
    EXPECT_EQ(tool->domains.front().questions[1].condition, (Condition{{Term{"1", {"Y"}}}}));
    EXPECT_EQ(tool->domains.front().parts.front().rules.front().condition.size(), 2U);
    EXPECT_THAT(problemsOf(*tool), IsEmpty());
    EXPECT_EQ(parseTool(toJson(*tool)).value(), *tool);
}

TEST(ToolFile, isRefusedWithThePartAtFault)
{
    EXPECT_THAT(refusalOf("[1]"), HasSubstr("no JSON file with a tool"));
    EXPECT_THAT(refusalOf("{"), HasSubstr("no JSON file with a tool"));
    EXPECT_THAT(refusalOf(std::string(200'000, '[')), HasSubstr("deeper than any tool"));
    EXPECT_THAT(refusalOf("{}"), HasSubstr("The tool has no \"id\""));
    EXPECT_THAT(refusalOf(R"({"id": "a b", "name": "x"})"), HasSubstr("letters, digits"));
    EXPECT_THAT(refusalOf(R"({"id": "a", "name": "x", "domain": []})"),
                HasSubstr("\"domain\" is no part of the tool"));
    EXPECT_THAT(refusalOf(R"({"id": "a", "name": "x"})"), HasSubstr("neither a \"scale\""));
    EXPECT_THAT(refusalOf(R"({"id": "a", "name": "x", "overall": "worst"})"), HasSubstr("needs a \"scale\""));
    EXPECT_THAT(refusalOf(R"({"id": "a", "name": "x", "overall": "best"})"),
                HasSubstr("must be rob2, worst"));
    EXPECT_THAT(refusalOf(R"({"id": "a", "name": "x", "unit": "arm"})"), HasSubstr("study, result"));
    EXPECT_THAT(refusalOf(R"({"id": "a", "name": 7})"), HasSubstr("\"name\" must be a text"));
    EXPECT_THAT(
        refusalOf(
            R"({"id": "a", "name": "x", "scale": [{"judgement": "high", "label": "H"}, {"judgement": "low", "label": "L"}]})"),
        HasSubstr("from the lowest risk to the highest"));
}

TEST(ToolFile, isRefusedInWordsThatCanBePrinted)
{
    const std::string letters = std::string(59, 'x') + "\u00E9\u00E9\u00E9";
    const std::string shown = std::string(59, 'x') + "\u2026\"";
    EXPECT_THAT(refusalOf(R"({"id": ")" + letters + R"(", "name": "x"})"), HasSubstr(shown));
    EXPECT_THAT(refusalOf("{\"" + letters + "\": 1}"), HasSubstr(shown + " is no part of the tool"));
    EXPECT_THAT(refusalOf("{\"" + std::string(100'000, 'k') + "\": 1}").size(), testing::Lt(500U));
    for (const std::string &part :
         {std::string(R"("\u001B[2J\u0000": 1)"),
          std::string(R"("id": "a", "name": "x", "answers": {"\u001B[2J\u0000": []})"),
          std::string(R"("id": "a", "name": "x", "domains": [{"code": "D1", "name": "One", "questions": [)"
                      R"({"id": "1", "text": "A?", "answers": "yn", "when": {"\u001B[2J\u0000": "Y"}}]}], )"
                      R"("answers": {"yn": [{"id": "Y", "label": "Yes"}]})"),
          std::string(
              R"("id": "a", "name": "x", "domains": [{"code": "D1", "name": "One", "questions": [)"
              R"({"id": "1", "text": "A?"}, {"id": "2", "text": "B?", "when": {"1": "\u001B[2J\u0000"}}]}], )"
              R"("answers": {"yn": [{"id": "Y", "label": "Yes"}]}, "usual-answers": "yn")")}) {
        const std::string message = refusalOf("{" + part + "}");
        EXPECT_THAT(message, HasSubstr("[2J")) << part;
        EXPECT_EQ(message.find_first_of(std::string_view("\0\x1B", 2)), std::string::npos) << message;
    }
}

TEST(ToolFile, isRefusedWithAControlCharacterThatTerminalsObey)
{
    for (const std::string control : {"\\u0000", "\\u001B", "\\r", "\\u007F", "\\u009B"}) {
        EXPECT_THAT(refusalOf(R"({"id": "a", "name": "x)" + control + "\"}"), HasSubstr("control character"))
            << control;
    }
}

TEST(ToolFile, isRefusedWhereQuestionsDoNotFit)
{
    EXPECT_THAT(refusalOf(toolWith(R"({"id": "1", "text": "A?", "answers": "maybe"})", "")),
                HasSubstr("Question 1 is answered from \"maybe\", but there is no such answer set"));
    EXPECT_THAT(refusalOf(toolWith(R"({"id": "1", "text": "A?", "when": {"9": "Y"}})", "")),
                HasSubstr("depends on question 9, which does not come before it"));
    // Two questions that wait for each other.
    EXPECT_THAT(
        refusalOf(toolWith(
            R"({"id": "1", "text": "A?", "when": {"2": "Y"}}, {"id": "2", "text": "B?", "when": {"1": "Y"}})",
            "")),
        HasSubstr("Question 1 depends on question 2, which does not come before it"));
    EXPECT_THAT(refusalOf(toolWith(R"({"id": "1", "text": "A?", "when": {"1": "Y"}})", "")),
                HasSubstr("does not come before it"));
    EXPECT_THAT(refusalOf(toolWith(R"({"id": "1", "text": "A?"}, {"id": "1", "text": "B?"})", "")),
                HasSubstr("Two questions have the id 1"));
    EXPECT_THAT(refusalOf(toolWith(R"({"id": "Overall", "text": "A?"})", "")),
                HasSubstr("choose another id"));
    EXPECT_THAT(refusalOf(toolWith(
                    R"({"id": "1", "text": "A?"}, {"id": "2", "text": "B?", "when": {"1": "U"}})", "")),
                HasSubstr("depends on the answer \"U\" to question 1"));
    EXPECT_THAT(refusalOf(toolWith(R"({"id": "1", "text": "A?", "when": []})", "")), HasSubstr("empty list"));
}

TEST(ToolFile, isRefusedWhereRulesDoNotFit)
{
    EXPECT_THAT(refusalOf(toolWith(kTwoQuestions, R"({"judgement": "fine"})")),
                HasSubstr("Rule 1 of The domain D1 has the judgement \"fine\""));
    EXPECT_THAT(refusalOf(toolWith(kTwoQuestions, R"({"judgement": "critical"})")),
                HasSubstr("not in the scale"));
    EXPECT_THAT(refusalOf(toolWith(kTwoQuestions, R"({"when": {"3": "Y"}, "judgement": "low"})")),
                HasSubstr("depends on question 3"));
    EXPECT_THAT(refusalOf(toolWith(kTwoQuestions, "")), HasSubstr("empty list of rules"));
}

TEST(ToolRules, thatCannotMatchAreReported)
{
    const auto problems = [](const std::string &rules) {
        return problemsOf(parseTool(toolWith(kTwoQuestions, rules)).value());
    };
    EXPECT_THAT(problems(R"({"judgement": "low"}, {"when": {"1": "N"}, "judgement": "high"})"),
                ElementsAre(HasSubstr("Rule 2 of D1 can never match")));
    // The second question is asked only after yes to the first.
    EXPECT_THAT(problems(R"({"when": {"1": "N", "2": "N"}, "judgement": "high"}, {"judgement": "low"})"),
                ElementsAre(HasSubstr("Rule 1 of D1 can never match")));
}

TEST(ToolRules, thatLeaveAnswersWithoutAJudgementAreReported)
{
    const auto tool = parseTool(toolWith(kTwoQuestions,
                                         R"({"when": {"1": "N"}, "judgement": "high"},
                                            {"when": {"2": "Y"}, "judgement": "low"})"));
    EXPECT_THAT(problemsOf(tool.value()),
                ElementsAre("The rules of D1 give no judgement for 1=Y, 2=N; end them with a rule without "
                            "\"when\"."));
}

TEST(ToolRules, sayWhichQuestionIsNeverAsked)
{
    const auto tool = parseTool(toolWith(
        R"({"id": "1", "text": "A?"}, {"id": "2", "text": "B?", "when": {"1": "Y"}},
           {"id": "3", "text": "C?", "when": {"1": "N", "2": "Y"}})",
        R"({"judgement": "low"})"));
    EXPECT_THAT(problemsOf(tool.value()), ElementsAre(HasSubstr("Question 3 is never asked")));
}

TEST(ToolRules, ofTooManyQuestionsAreNotTriedForEver)
{
    std::string questions;
    std::string when;
    for (int i = 0; i < 40; ++i) {
        const std::string id = "q" + std::to_string(i);
        questions += (i == 0 ? "" : ",") + (R"({"id": ")" + id + R"(", "text": "?"})");
        when += (i == 0 ? "" : ",") + ("\"" + id + R"(": "Y")");
    }
    const auto tool = parseTool(
        toolWith(questions, "{\"when\": {" + when + R"(}, "judgement": "low"}, {"judgement": "high"})"));
    EXPECT_THAT(problemsOf(tool.value()), ElementsAre(HasSubstr("too many questions to be checked")));
}

} // namespace

} // namespace winnow::appraisal::test
