#include "appraisal/tool_check.h"

#include "appraisal/answers.h"

#include <algorithm>
#include <functional>
#include <set>

namespace winnow::appraisal {

namespace {

/// More ways than any real domain has, and few enough to try.
constexpr int kMostWays = 200'000;

void addQuestions(const Condition &condition, std::set<std::string, std::less<>> &questions)
{
    for (const auto &terms : condition) {
        for (const Term &term : terms) {
            questions.insert(term.question);
        }
    }
}

/// Tries all ways to answer some questions and those that decide whether they are asked. Answers between
/// which no condition tells are tried once.
class Ways
{
public:
    Ways(const Tool &tool, std::vector<const Condition *> conditions)
        : m_tool(tool)
        , m_conditions(std::move(conditions))
    {
        std::set<std::string, std::less<>> named;
        for (const Condition *condition : m_conditions) {
            addQuestions(*condition, named);
        }
        // Conditions name earlier questions only.
        const auto all = questionsOf(tool);
        for (auto question = all.rbegin(); question != all.rend(); ++question) {
            if (named.contains((*question)->id)) {
                addQuestions((*question)->condition, named);
                m_questions.push_back(*question);
                m_conditions.push_back(&(*question)->condition);
            }
        }
        std::ranges::reverse(m_questions);
    }

    /// Calls `done` with each way; false: there are too many.
    [[nodiscard]] bool tryAll(const std::function<void(const Answers &)> &done)
    {
        m_left = kMostWays;
        Answers answers;
        return tryFrom(0, answers, done);
    }

private:
    /// As deep as a tool has questions.
    bool tryFrom(std::size_t at, Answers &answers, const std::function<void(const Answers &)> &done)
    {
        if (--m_left < 0) {
            return false;
        }
        if (at == m_questions.size()) {
            done(answers);
            return true;
        }
        const Question &question = *m_questions[at];
        if (!holds(question.condition, answers)) {
            return tryFrom(at + 1, answers, done);
        }
        for (const std::string &answer : differentAnswers(question)) {
            answers.insert_or_assign(question.id, answer);
            if (!tryFrom(at + 1, answers, done)) {
                return false;
            }
        }
        answers.erase(question.id);
        return true;
    }

    [[nodiscard]] std::vector<std::string> differentAnswers(const Question &question) const
    {
        std::set<std::vector<bool>> known;
        std::vector<std::string> different;
        for (const Choice &choice : answerSetOf(m_tool, question.answers)->choices) {
            if (choice.isNotApplicable && !question.condition.empty()) {
                continue;
            }
            std::vector<bool> matches;
            for (const Condition *condition : m_conditions) {
                for (const auto &terms : *condition) {
                    for (const Term &term : terms) {
                        matches.push_back(term.question == question.id &&
                                          std::ranges::count(term.answers, choice.id) > 0);
                    }
                }
            }
            if (known.insert(std::move(matches)).second) {
                different.push_back(choice.id);
            }
        }
        return different;
    }

    const Tool &m_tool;
    std::vector<const Condition *> m_conditions;
    std::vector<const Question *> m_questions; ///< in order of the tool
    int m_left = 0;
};

std::string text(const Answers &answers)
{
    std::string all;
    for (const auto &[question, answer] : answers) {
        all.append(all.empty() ? "" : ", ").append(question).append("=").append(answer);
    }
    return all;
}

void checkQuestion(const Tool &tool, const Question &question, std::vector<std::string> &problems)
{
    bool isAsked = false;
    Ways ways(tool, {&question.condition});
    const bool isTried =
        ways.tryAll([&](const Answers &answers) { isAsked = isAsked || holds(question.condition, answers); });
    if (!isTried) {
        problems.push_back("Question " + question.id +
                           " depends on too many others to be checked; name fewer in \"when\".");
    } else if (!isAsked) {
        problems.push_back("Question " + question.id + " is never asked: no answers meet its \"when\".");
    }
}

void checkPart(const Tool &tool,
               const std::string &name,
               const RuleTable &part,
               std::vector<std::string> &problems)
{
    std::vector<const Condition *> conditions;
    for (const Rule &rule : part.rules) {
        conditions.push_back(&rule.condition);
    }
    std::vector<bool> isUsed(part.rules.size());
    std::string gap;
    bool hasGap = false;
    Ways ways(tool, conditions);
    const bool isTried = ways.tryAll([&](const Answers &answers) {
        const auto rule =
            std::ranges::find_if(part.rules, [&](const Rule &one) { return holds(one.condition, answers); });
        if (rule != part.rules.end()) {
            isUsed[static_cast<std::size_t>(rule - part.rules.begin())] = true;
        } else if (!hasGap) {
            hasGap = true;
            gap = text(answers);
        }
    });
    if (!isTried) {
        problems.push_back("The rules of " + name +
                           " depend on too many questions to be checked; divide them into parts.");
        return;
    }
    for (std::size_t i = 0; i < isUsed.size(); ++i) {
        if (!isUsed[i]) {
            problems.push_back("Rule " + std::to_string(i + 1) + " of " + name +
                               " can never match; earlier rules take all its answers, or it asks for answers "
                               "that do not go together.");
        }
    }
    if (hasGap) {
        problems.push_back("The rules of " + name + " give no judgement for " + gap +
                           "; end them with a rule without \"when\".");
    }
}

} // namespace

std::vector<std::string> problemsOf(const Tool &tool)
{
    std::vector<std::string> problems;
    for (const ToolDomain &domain : tool.domains) {
        for (const Question &question : domain.questions) {
            if (!question.condition.empty()) {
                checkQuestion(tool, question, problems);
            }
        }
        for (std::size_t i = 0; i < domain.parts.size(); ++i) {
            checkPart(tool,
                      domain.code +
                          (domain.parts.size() == 1 ? std::string() : ", part " + std::to_string(i + 1)),
                      domain.parts[i],
                      problems);
        }
    }
    return problems;
}

} // namespace winnow::appraisal
