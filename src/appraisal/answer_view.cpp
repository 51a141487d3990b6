#include "appraisal/answer_view.h"

#include <algorithm>
#include <set>

namespace winnow::appraisal {

namespace {

/// Where answers that are shown alike have different words, as the options of a star scale have.
std::string commonLabel(const Tool &tool, Judgement shown)
{
    const bool hasStars = tool.overall == OverallRule::Stars;
    switch (shown) {
    case Judgement::Low:
        return hasStars ? "Star" : "Favourable";
    case Judgement::SomeConcerns:
        return hasStars ? "Not described" : "Between";
    default:
        return hasStars ? "No star" : "Unfavourable";
    }
}

std::vector<Level> levelsOf(const Tool &tool)
{
    std::vector<Level> levels;
    for (const Judgement shown : kJudgements) {
        std::set<std::string> labels;
        for (const Question *question : questionsOf(tool)) {
            const AnswerSet &answers = *answerSetOf(tool, question->answers);
            for (const Choice &choice : answers.choices) {
                if (question->isCounted && choice.shown == shown) {
                    labels.insert(choice.label);
                }
            }
        }
        if (!labels.empty() && shown <= Judgement::Critical) {
            levels.push_back({shown, labels.size() == 1 ? *labels.begin() : commonLabel(tool, shown)});
        }
    }
    return levels;
}

Judgement shownOf(const Tool &tool, const Question &question, const Sheet &sheet)
{
    if (std::ranges::find(sheet.asked, &question) == sheet.asked.end()) {
        return Judgement::NotApplicable;
    }
    const auto said = sheet.counted.find(question.id);
    if (said == sheet.counted.end()) {
        return Judgement::NoInformation;
    }
    const AnswerSet &answers = *answerSetOf(tool, question.answers);
    return std::ranges::find(answers.choices, said->second, &Choice::id)
        ->shown.value_or(Judgement::NoInformation);
}

} // namespace

Appraisals answersToShow(const Tool &tool, std::span<const AnsweredStudy> studies)
{
    std::vector<Sheet> sheets;
    for (const AnsweredStudy &one : studies) {
        sheets.push_back(sheetOf(tool, one.answers));
    }
    Appraisals shown;
    shown.isOfAnswers = true;
    Tool words;
    words.id = tool.id;
    words.name = tool.name;
    words.scale = levelsOf(tool);
    words.overall = OverallRule::None;
    for (const AnsweredStudy &one : studies) {
        shown.studies.push_back({one.study, {}, Judgement::NotApplicable, 1});
    }
    for (const Question *question : questionsOf(tool)) {
        const bool isAsked = std::ranges::any_of(sheets, [&](const Sheet &sheet) {
            return std::ranges::find(sheet.asked, question) != sheet.asked.end();
        });
        if (!question->isCounted || !isAsked) {
            continue;
        }
        words.domains.push_back({question->id, question->text});
        for (std::size_t i = 0; i < sheets.size(); ++i) {
            shown.studies[i].domains.push_back(shownOf(tool, *question, sheets[i]));
        }
    }
    shown.tool = std::make_shared<const Tool>(std::move(words));
    shown.domains = domainsOf(*shown.tool);
    return shown;
}

} // namespace winnow::appraisal
