#include "fuzz/check_tool.h"

#include "appraisal/answer_view.h"
#include "appraisal/plots.h"
#include "appraisal/tool_check.h"
#include "appraisal/tool_json.h"
#include "fuzz/check_flow.h"
#include "fuzz/check_record.h"

#include <algorithm>

namespace winnow::fuzz {

namespace {

/// One answer to every question: the first, the second, and so on.
appraisal::Answers someAnswers(const appraisal::Tool &tool)
{
    appraisal::Answers answers;
    std::size_t at = 0;
    for (const appraisal::Question *question : appraisal::questionsOf(tool)) {
        const auto &choices = appraisal::answerSetOf(tool, question->answers)->choices;
        answers[question->id] = choices[at++ % choices.size()].id;
    }
    return answers;
}

} // namespace

std::string checkTool(std::string_view bytes)
{
    Finding finding;
    const auto tool = appraisal::parseTool(bytes);
    if (!tool) {
        finding.expect(!tool.error().message.empty(), "refuses without a word", bytes);
        expectText(finding, tool.error().message, "a refusal");
        return finding.text();
    }
    const auto again = appraisal::parseTool(appraisal::toJson(*tool));
    finding.expect(again && *again == *tool, "is not read as it is written", bytes);
    const bool isWhole = appraisal::problemsOf(*tool).empty();
    const appraisal::Answers answers = someAnswers(*tool);
    const appraisal::Sheet sheet = appraisal::sheetOf(*tool, answers);
    finding.expect(sheet.counted.size() + sheet.open.size() == sheet.asked.size(),
                   "loses a question that is asked",
                   bytes);
    for (const appraisal::ToolDomain &domain : tool->domains) {
        const auto matches = [&](const appraisal::RuleTable &part) {
            return std::ranges::any_of(part.rules, [&](const appraisal::Rule &rule) {
                return appraisal::holds(rule.condition, sheet.counted);
            });
        };
        finding.expect(!isWhole || !sheet.open.empty() || std::ranges::all_of(domain.parts, matches),
                       "has a gap in rules that were found whole",
                       bytes);
    }
    finding.expect(!appraisal::tallyText(*tool, appraisal::tallyOf(*tool, sheet)).empty(),
                   "tells nothing of the answers",
                   bytes);
    const std::vector<appraisal::AnsweredStudy> studies{{"A study", answers}};
    const appraisal::Appraisals shown = appraisal::answersToShow(*tool, studies);
    if (!shown.domains.empty()) {
        checkDiagram(finding, appraisal::trafficLight(shown));
    }
    return finding.text();
}

} // namespace winnow::fuzz
