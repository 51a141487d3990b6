#include "cli/appraisal_report.h"

#include "cli/text.h"

#include <algorithm>
#include <ostream>

namespace winnow::cli {

namespace {

using appraisal::Question;
using appraisal::Tool;
using nlohmann::ordered_json;

const appraisal::AnswerSet *answersTo(const Tool &tool, const std::string &item)
{
    const Question *question = appraisal::questionOf(tool, item);
    return appraisal::answerSetOf(tool, question == nullptr ? tool.conclusion : question->answers);
}

std::string labelOfAnswer(const Tool &tool, const app::HeldAnswer &answer)
{
    const appraisal::AnswerSet *set = answersTo(tool, answer.said.question);
    const appraisal::Choice *choice =
        set == nullptr ? nullptr : appraisal::choiceOf(*set, answer.said.answer);
    return choice == nullptr ? answer.said.answer : choice->label;
}

const app::HeldAnswer *answerTo(const app::RecordAppraisal *appraisal, const std::string &question)
{
    if (appraisal == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find(
        appraisal->answers, question, [](const app::HeldAnswer &one) { return one.said.question; });
    return found == appraisal->answers.end() ? nullptr : &*found;
}

std::string joined(const std::vector<std::string> &words, std::string_view mark = ", ")
{
    std::string text;
    for (const std::string &word : words) {
        text.append(text.empty() ? "" : mark).append(word);
    }
    return text;
}

/// "2.1 is Y, PY, NI, or 2.2 is Y"
std::string conditionText(const appraisal::Condition &condition)
{
    std::string text;
    for (const auto &terms : condition) {
        text += text.empty() ? "" : ", or ";
        for (const appraisal::Term &term : terms) {
            text +=
                (&term == &terms.front() ? "" : " and ") + term.question + " is " + joined(term.answers, "/");
        }
    }
    return text;
}

std::string choicesText(const appraisal::AnswerSet &answers)
{
    std::string text;
    for (const appraisal::Choice &choice : answers.choices) {
        text += (text.empty() ? "" : "; ") + choice.id + " " + choice.label;
        text += choice.stars == 0   ? ""
                : choice.stars == 1 ? " (1 star)"
                                    : " (" + std::to_string(choice.stars) + " stars)";
    }
    return text;
}

/// Support, quote and page behind what was said.
template <class Said>
std::string reasonsText(const Said &said)
{
    std::string text = said.support.empty() ? "" : "  " + printable(said.support);
    text += said.quote.empty() ? "" : "  \"" + printable(said.quote) + "\"";
    return text + (said.page.empty() ? "" : "  p. " + printable(said.page));
}

/// "(ann; consensus; the answers propose High)"
std::string whoText(const app::HeldJudgement &one)
{
    const bool isWhole = one.said.domain == "Overall";
    if (one.isProposed) {
        return isWhole ? "(follows from the domains)" : "(follows from the answers)";
    }
    std::string text = "(" + printable(one.reviewer) + (one.isConsensus ? "; consensus" : "");
    if (one.proposed && *one.proposed != one.said.judgement) {
        text += std::string(isWhole ? "; the domains propose " : "; the answers propose ") +
                printable(labelOf(*one.tool, *one.proposed));
    }
    return text + ")";
}

/// The next questions where none was answered yet.
std::vector<std::string> firstQuestions(const Tool &tool)
{
    const appraisal::Sheet sheet = appraisal::sheetOf(tool, {});
    std::vector<std::string> ids;
    ids.reserve(sheet.open.size());
    for (const Question *question : sheet.open) {
        ids.push_back(question->id);
    }
    return ids;
}

ordered_json saidJson(const std::vector<std::pair<std::string, std::string>> &said)
{
    ordered_json list = ordered_json::array();
    for (const auto &[reviewer, what] : said) {
        list.push_back({{"reviewer", reviewer}, {"said", what}});
    }
    return list;
}

ordered_json answerJson(const Tool &tool, const app::HeldAnswer &one)
{
    return {{"question", one.said.question},
            {"answer", one.said.answer},
            {"label", labelOfAnswer(tool, one)},
            {"support", one.said.support},
            {"quote", one.said.quote},
            {"page", one.said.page},
            {"reviewer", one.reviewer},
            {"consensus", one.isConsensus}};
}

ordered_json judgementJson(const app::HeldJudgement &one)
{
    ordered_json object{{"tool", one.tool->id},
                        {"domain", one.said.domain},
                        {"judgement", toString(one.said.judgement)},
                        {"support", one.said.support},
                        {"reviewer", one.reviewer},
                        {"proposed", one.isProposed},
                        {"result", one.result},
                        {"quote", one.said.quote},
                        {"page", one.said.page},
                        {"consensus", one.isConsensus}};
    object["answersPropose"] =
        one.proposed ? ordered_json(std::string(toString(*one.proposed))) : ordered_json();
    return object;
}

} // namespace

void printTools(std::ostream &out, std::span<const appraisal::ToolPtr> tools)
{
    for (const appraisal::ToolPtr &tool : tools) {
        const auto questions = std::ranges::count(appraisal::questionsOf(*tool), true, &Question::isCounted);
        out << printable(tool->id) << "  " << printable(tool->name)
            << (tool->version.empty() ? "" : ", " + printable(tool->version)) << "; "
            << counted(questions, "question")
            << (tool->unit == appraisal::Unit::Result ? "; for each result" : "") << '\n';
    }
}

ordered_json toolsJson(std::span<const appraisal::ToolPtr> tools)
{
    ordered_json list = ordered_json::array();
    for (const appraisal::ToolPtr &tool : tools) {
        list.push_back(
            {{"id", tool->id},
             {"name", tool->name},
             {"version", tool->version},
             {"description", tool->description},
             {"wording", tool->wording},
             {"unit", tool->unit == appraisal::Unit::Result ? "result" : "study"},
             {"judged", tool->isJudged()},
             {"questions", std::ranges::count(appraisal::questionsOf(*tool), true, &Question::isCounted)}});
    }
    return {{"tools", std::move(list)}};
}

void printQuestions(std::ostream &out, const Tool &tool, const app::RecordAppraisal *appraisal)
{
    out << printable(tool.name) << (tool.version.empty() ? "" : ", " + printable(tool.version)) << '\n';
    if (!tool.wording.empty()) {
        out << printable(tool.wording) << '\n';
    }
    for (const appraisal::ToolDomain &domain : tool.domains) {
        out << '\n' << printable(domain.code) << "  " << printable(domain.name) << '\n';
        for (const Question &question : domain.questions) {
            out << "  " << printable(question.id) << "  " << printable(question.text);
            if (const app::HeldAnswer *answer = answerTo(appraisal, question.id)) {
                const bool isAsked = std::ranges::count(appraisal->asked, question.id) > 0;
                out << "  = " << printable(labelOfAnswer(tool, *answer)) << " ("
                    << printable(answer->reviewer) << (isAsked ? "" : "; not asked") << ")";
            }
            out << '\n';
            if (!question.help.empty()) {
                out << "       " << printable(question.help) << '\n';
            }
            if (!question.condition.empty()) {
                out << "       Only where " << printable(conditionText(question.condition)) << ".\n";
            }
            out << "       " << printable(choicesText(*answersTo(tool, question.id))) << '\n';
        }
    }
    if (!tool.conclusion.empty()) {
        out << "\nOverall\n       " << printable(choicesText(*appraisal::answerSetOf(tool, tool.conclusion)))
            << '\n';
    }
    const auto open = appraisal == nullptr ? firstQuestions(tool) : appraisal->open;
    out << '\n'
        << (open.empty() ? "All that is asked is answered." : "Next: " + printable(joined(open))) << '\n';
}

ordered_json questionsJson(const Tool &tool, const app::RecordAppraisal *appraisal)
{
    ordered_json list = ordered_json::array();
    const auto open = appraisal == nullptr ? firstQuestions(tool) : appraisal->open;
    for (const appraisal::ToolDomain &domain : tool.domains) {
        for (const Question &question : domain.questions) {
            ordered_json answers = ordered_json::array();
            for (const appraisal::Choice &choice : answersTo(tool, question.id)->choices) {
                answers.push_back({{"id", choice.id}, {"label", choice.label}});
            }
            const app::HeldAnswer *answer = answerTo(appraisal, question.id);
            const bool isOpen = std::ranges::count(open, question.id) > 0;
            const bool isAsked =
                isOpen || (appraisal != nullptr && std::ranges::count(appraisal->asked, question.id) > 0);
            list.push_back(
                {{"domain", domain.code},
                 {"question", question.id},
                 {"text", question.text},
                 {"help", question.help},
                 {"answers", std::move(answers)},
                 {"when", conditionText(question.condition)},
                 {"asked", isAsked},
                 {"open", isOpen},
                 {"answer", answer == nullptr ? ordered_json() : ordered_json(answer->said.answer)}});
        }
    }
    return {
        {"tool", tool.id}, {"name", tool.name}, {"wording", tool.wording}, {"questions", std::move(list)}};
}

void printAppraisal(std::ostream &out, const app::RecordAppraisal &appraisal)
{
    const Tool &tool = *appraisal.tool;
    const std::string name =
        printable(tool.name) + (appraisal.result.empty() ? "" : ", " + printable(appraisal.result)) + "  ";
    for (const app::HeldJudgement &one : appraisal.judgements) {
        out << name << printable(one.said.domain) << ": " << printable(labelOf(tool, one.said.judgement))
            << "  " << whoText(one) << reasonsText(one.said) << '\n';
    }
    for (const app::HeldAnswer &one : appraisal.answers) {
        const bool isAsked =
            one.said.question == "Overall" || std::ranges::count(appraisal.asked, one.said.question) > 0;
        out << name << printable(one.said.question) << ": " << printable(labelOfAnswer(tool, one)) << "  ("
            << printable(one.reviewer) << (one.isConsensus ? "; consensus" : "")
            << (isAsked ? "" : "; not asked") << ")" << reasonsText(one.said) << '\n';
    }
    if (!tool.isJudged()) {
        out << name << "In all: " << printable(tallyText(tool, appraisal.tally)) << '\n';
    }
    if (!appraisal.answers.empty() && !appraisal.open.empty()) {
        out << name << "Next: " << printable(joined(appraisal.open)) << '\n';
    }
    for (const app::Difference &one : appraisal.differences) {
        out << name << "Reviewers differ on " << printable(one.item) << ": ";
        for (const auto &[reviewer, said] : one.said) {
            out << (&said == &one.said.front().second ? "" : ", ") << printable(reviewer) << " says "
                << printable(said);
        }
        out << (one.isSettled ? "; settled" : "") << '\n';
    }
}

ordered_json appraisalsJson(const std::vector<app::RecordAppraisal> &appraisals)
{
    ordered_json judgements = ordered_json::array();
    ordered_json list = ordered_json::array();
    for (const app::RecordAppraisal &one : appraisals) {
        for (const app::HeldJudgement &judgement : one.judgements) {
            judgements.push_back(judgementJson(judgement));
        }
        ordered_json answers = ordered_json::array();
        for (const app::HeldAnswer &answer : one.answers) {
            answers.push_back(answerJson(*one.tool, answer));
        }
        ordered_json differences = ordered_json::array();
        for (const app::Difference &difference : one.differences) {
            differences.push_back({{"item", difference.item},
                                   {"said", saidJson(difference.said)},
                                   {"settled", difference.isSettled}});
        }
        ordered_json counts = ordered_json::object();
        for (const appraisal::Tally::Count &count : one.tally.counts) {
            counts[count.label] = count.times;
        }
        list.push_back({{"tool", one.tool->id},
                        {"result", one.result},
                        {"answers", std::move(answers)},
                        {"open", one.open},
                        {"counts", std::move(counts)},
                        {"stars", one.tally.given},
                        {"mostStars", one.tally.most},
                        {"differences", std::move(differences)}});
    }
    return {{"judgements", std::move(judgements)}, {"appraisals", std::move(list)}};
}

} // namespace winnow::cli
