#include "app/appraisal_fields.h"

#include "app/appraisal_tools.h"
#include "appraisal/appraisals.h"
#include "store/event_detail.h"

#include <algorithm>
#include <set>

namespace winnow::app {

namespace {

constexpr const char *kOverall = "Overall";

/// Of several results of a study each stands with its name.
void addText(const std::string &field,
             const std::string &result,
             evidence::FieldText said,
             evidence::StudyData &study)
{
    const auto [place, isNew] = study.values.try_emplace(field, said);
    evidence::FieldText &text = place->second;
    if (isNew) {
        text.text = result.empty() ? said.text : said.text + " (" + result + ")";
        return;
    }
    text.text += "; " + said.text + (result.empty() ? "" : " (" + result + ")");
    text.fill.reset();
    std::ranges::move(said.codes, std::back_inserter(text.codes));
    std::ranges::move(said.labels, std::back_inserter(text.labels));
    std::ranges::move(said.quotes, std::back_inserter(text.quotes));
}

evidence::FieldText textOf(const std::string &label,
                           std::string_view code,
                           const std::string &support,
                           const std::string &quote,
                           const std::string &page,
                           const std::string &place,
                           const std::string &study)
{
    evidence::FieldText text;
    text.text = label;
    text.codes = {std::string(code)};
    text.labels = {label};
    if (!quote.empty() || !page.empty()) {
        text.quotes.push_back({quote, page, study, place});
    }
    if (!support.empty()) {
        text.quotes.push_back({support, {}, study});
    }
    return text;
}

} // namespace

Result<std::vector<appraisal::ToolPtr>> usedTools(Workspace &workspace)
{
    auto tools = toolsOf(workspace);
    auto judged = workspace.log().live(EventKind::Appraised);
    auto answered = workspace.log().live(EventKind::AppraisalAnswered);
    if (!tools || !judged || !answered) {
        return !tools    ? std::move(tools).error()
               : !judged ? std::move(judged).error()
                         : std::move(answered).error();
    }
    std::set<std::string> used;
    for (const auto *events : {&*judged, &*answered}) {
        for (const Event &event : *events) {
            used.insert(store::appraisalDetail(event.detail).tool);
        }
    }
    std::erase_if(*tools,
                  [&](const appraisal::ToolPtr &tool) { return !used.contains(std::string(tool->id)); });
    return tools;
}

Result<std::vector<evidence::FieldChoice>> judgedFields(Workspace &workspace)
{
    auto used = usedTools(workspace);
    if (!used) {
        return std::move(used).error();
    }
    std::vector<evidence::FieldChoice> fields;
    for (const appraisal::ToolPtr &tool : *used) {
        auto shown = appraisalsOf(workspace, tool);
        if (!shown) {
            if (shown.error().code == ErrorCode::NotFound) {
                continue; // nothing of it that this reviewer may see, or nothing complete
            }
            return std::move(shown).error();
        }
        const std::string id(tool->id);
        for (const appraisal::Domain &domain : shown->appraisals.domains) {
            fields.push_back({id + "/" + domain.code, nameOf(domain), true});
        }
        if (!shown->appraisals.isOfAnswers) {
            fields.push_back({id + "/" + kOverall, kOverall, true});
        }
    }
    return fields;
}

void addJudgements(const std::vector<RecordAppraisal> &appraisals, evidence::StudyData &study)
{
    for (const RecordAppraisal &one : appraisals) {
        const std::string id(one.tool->id);
        for (const HeldJudgement &held : one.judgements) {
            evidence::FieldText text = textOf(std::string(labelOf(*one.tool, held.said.judgement)),
                                              toString(held.said.judgement),
                                              held.said.support,
                                              held.said.quote,
                                              held.said.page,
                                              held.said.place,
                                              study.label);
            text.fill = appraisal::fillOf(held.said.judgement, appraisal::Colours::ColourBlind);
            addText(id + "/" + held.said.domain, one.result, std::move(text), study);
        }
        for (const HeldAnswer &held : one.answers) {
            addText(id + "/" + held.said.question,
                    one.result,
                    textOf(held.said.answer,
                           held.said.answer,
                           held.said.support,
                           held.said.quote,
                           held.said.page,
                           held.said.place,
                           study.label),
                    study);
        }
    }
}

} // namespace winnow::app
