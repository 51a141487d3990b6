#include "appraisal/answers.h"

#include <algorithm>

namespace winnow::appraisal {

namespace {

bool holdsOne(const Term &term, const Answers &counted)
{
    const auto said = counted.find(term.question);
    return said != counted.end() && std::ranges::count(term.answers, said->second) > 0;
}

const Choice *choiceWithId(const Tool &tool, const Question &question, std::string_view id)
{
    const AnswerSet *answers = answerSetOf(tool, question.answers);
    if (answers == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(answers->choices, id, &Choice::id);
    return found == answers->choices.end() ? nullptr : &*found;
}

int mostStars(const AnswerSet &answers)
{
    int most = 0;
    for (const Choice &choice : answers.choices) {
        most = std::max(most, choice.stars);
    }
    return most;
}

/// The first rule that matches.
std::optional<Judgement> judgementOf(const RuleTable &part, const Sheet &sheet)
{
    const auto rule = std::ranges::find_if(
        part.rules, [&](const Rule &one) { return holds(one.condition, sheet.counted); });
    return rule == part.rules.end() ? std::nullopt : rule->judgement;
}

} // namespace

bool holds(const Condition &condition, const Answers &counted)
{
    return condition.empty() || std::ranges::any_of(condition, [&](const std::vector<Term> &terms) {
               return std::ranges::all_of(terms, [&](const Term &term) { return holdsOne(term, counted); });
           });
}

/// Conditions name earlier questions only, so that one pass in order is enough.
Sheet sheetOf(const Tool &tool, const Answers &answers)
{
    Sheet sheet;
    for (const Question *question : questionsOf(tool)) {
        if (!holds(question->condition, sheet.counted)) {
            continue;
        }
        sheet.asked.push_back(question);
        const auto said = answers.find(question->id);
        const Choice *choice = said == answers.end() ? nullptr : choiceWithId(tool, *question, said->second);
        if (choice == nullptr || (choice->isNotApplicable && !question->condition.empty())) {
            sheet.open.push_back(question);
        } else {
            sheet.counted.emplace(question->id, choice->id);
        }
    }
    return sheet;
}

std::optional<Judgement> proposedJudgement(const ToolDomain &domain, const Sheet &sheet)
{
    const bool isOpen = std::ranges::any_of(domain.questions, [&](const Question &question) {
        return std::ranges::find(sheet.open, question.id, &Question::id) != sheet.open.end();
    });
    if (isOpen) {
        return std::nullopt;
    }
    std::optional<Judgement> worst;
    for (const RuleTable &part : domain.parts) {
        const auto judgement = judgementOf(part, sheet);
        if (!judgement) {
            return std::nullopt;
        }
        worst = std::max(worst.value_or(*judgement), *judgement);
    }
    return worst;
}

Tally tallyOf(const Tool &tool, const Sheet &sheet)
{
    Tally tally;
    std::map<std::string, int> times; // by label, which answer sets may share
    for (const ToolDomain &domain : tool.domains) {
        Tally::Stars stars{domain.name, 0, 0};
        for (const Question &question : domain.questions) {
            const bool isAsked =
                std::ranges::find(sheet.asked, question.id, &Question::id) != sheet.asked.end();
            const AnswerSet *answers = answerSetOf(tool, question.answers);
            if (!question.isCounted || !isAsked || answers == nullptr) {
                continue;
            }
            ++tally.asked;
            stars.most += mostStars(*answers);
            const auto said = sheet.counted.find(question.id);
            if (said != sheet.counted.end()) {
                const Choice &choice = *choiceWithId(tool, question, said->second);
                ++tally.answered;
                stars.given += choice.stars;
                ++times[choice.label];
            }
        }
        tally.given += stars.given;
        tally.most += stars.most;
        if (stars.most > 0) {
            tally.stars.push_back(std::move(stars));
        }
    }
    for (const AnswerSet &answers : tool.answerSets) {
        for (const Choice &choice : answers.choices) {
            if (const auto found = times.extract(choice.label)) {
                tally.counts.push_back({found.key(), found.mapped()});
            }
        }
    }
    return tally;
}

std::string tallyText(const Tool &tool, const Tally &tally)
{
    std::string text;
    if (tool.overall == OverallRule::Stars) {
        text = std::to_string(tally.given) + " of " + std::to_string(tally.most) + " stars";
        for (const Tally::Stars &one : tally.stars) {
            text += (&one == &tally.stars.front() ? " (" : ", ") + one.name + " " +
                    std::to_string(one.given) + " of " + std::to_string(one.most);
        }
        text += tally.stars.empty() ? "" : ")";
    } else {
        for (const Tally::Count &one : tally.counts) {
            text += (text.empty() ? "" : ", ") + one.label + " " + std::to_string(one.times);
        }
        text += (text.empty() ? "none of " : " of ") + std::to_string(tally.asked) +
                (tally.asked == 1 ? " question" : " questions");
    }
    const int open = tally.asked - tally.answered;
    return open == 0 ? text : text + "; " + std::to_string(open) + " not answered yet";
}

} // namespace winnow::appraisal
