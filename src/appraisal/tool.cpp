#include "appraisal/tool.h"

#include "text/fold.h"

#include <algorithm>
#include <array>
#include <utility>

namespace winnow::appraisal {

namespace {

constexpr std::array<std::pair<OverallRule, std::string_view>, 5> kRules{{{OverallRule::RoB2, "rob2"},
                                                                          {OverallRule::Worst, "worst"},
                                                                          {OverallRule::None, "none"},
                                                                          {OverallRule::Stars, "stars"},
                                                                          {OverallRule::Count, "count"}}};

} // namespace

std::string_view toString(OverallRule rule)
{
    return std::ranges::find(kRules, rule, &std::pair<OverallRule, std::string_view>::first)->second;
}

std::optional<OverallRule> overallRuleFromString(std::string_view name)
{
    const auto *const found =
        std::ranges::find(kRules, name, &std::pair<OverallRule, std::string_view>::second);
    return found == kRules.end() ? std::nullopt : std::optional(found->first);
}

const Question *questionOf(const Tool &tool, std::string_view id)
{
    for (const ToolDomain &domain : tool.domains) {
        const auto found = std::ranges::find(domain.questions, id, &Question::id);
        if (found != domain.questions.end()) {
            return &*found;
        }
    }
    return nullptr;
}

const AnswerSet *answerSetOf(const Tool &tool, std::string_view id)
{
    const auto found = std::ranges::find(tool.answerSets, id, &AnswerSet::id);
    return found == tool.answerSets.end() ? nullptr : &*found;
}

const Choice *choiceOf(const AnswerSet &answers, std::string_view text)
{
    const std::string folded = text::fold(text);
    const auto found = std::ranges::find_if(answers.choices, [&](const Choice &choice) {
        return text::fold(choice.id) == folded || text::fold(choice.label) == folded;
    });
    return found == answers.choices.end() ? nullptr : &*found;
}

std::vector<const Question *> questionsOf(const Tool &tool)
{
    std::vector<const Question *> questions;
    for (const ToolDomain &domain : tool.domains) {
        for (const Question &question : domain.questions) {
            questions.push_back(&question);
        }
    }
    return questions;
}

} // namespace winnow::appraisal
