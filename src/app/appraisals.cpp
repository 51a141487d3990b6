#include "app/appraisals.h"

#include "app/appraisals_held.h"
#include "app/brought_in.h"
#include "app/standing.h"
#include "appraisal/answer_view.h"
#include "model/quote_place.h"
#include "store/event_detail.h"
#include "text/fold.h"

#include <algorithm>
#include <map>
#include <set>

namespace winnow::app {

namespace {

using appraisal::Tool;
using appraisal::ToolPtr;

constexpr std::size_t kMostBytes = 20'000; ///< of a support or a quote

Error refusal(std::string message, ErrorCode code = ErrorCode::InvalidArgument)
{
    return {code, std::move(message), {}, {}};
}

Result<ToolPtr> usedTool(const std::map<RecordId, SaidOfRecord> &said)
{
    std::map<std::size_t, ToolPtr> used;
    for (const auto &[record, results] : said) {
        for (const SaidOfResult &one : results) {
            used.emplace(one.place, one.tool);
        }
    }
    if (used.empty()) {
        return refusal(
            "Nothing is appraised in this review that you may see; 'winnow appraise' records judgements.",
            ErrorCode::NotFound);
    }
    if (used.size() > 1) {
        std::string names;
        for (const auto &[place, tool] : used) {
            names += (names.empty() ? "" : ", ") + tool->id;
        }
        return refusal("Studies were appraised with several tools; name one of them with --tool: " + names +
                       ".");
    }
    return used.begin()->second;
}

/// Two studies with one label are told apart by their keys.
void tellApart(std::vector<std::string> &labels, const std::vector<store::RecordRow> &rows)
{
    std::map<std::string, int> times;
    for (const std::string &label : labels) {
        ++times[label];
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (times[labels[i]] > 1) {
            labels[i] +=
                " (" + (rows[i].key.empty() ? "#" + std::to_string(rows[i].id.value) : rows[i].key) + ")";
        }
    }
}

/// Missing domains of a study: "D3, D4".
std::string missingText(const Tool &tool,
                        const std::vector<appraisal::Domain> &domains,
                        const std::vector<HeldJudgement> &held)
{
    std::string missing;
    for (const appraisal::Domain &domain : domains) {
        const std::string key = keyOf(tool, domain);
        const bool isThere =
            std::ranges::any_of(held, [&](const HeldJudgement &one) { return one.said.domain == key; });
        missing += isThere ? "" : (missing.empty() ? "" : ", ") + key;
    }
    return missing;
}

/// One row of a plot.
struct LabelledAppraisal
{
    std::string label;
    const SaidOfResult *said = nullptr;
};

void addStudy(const LabelledAppraisal &row, ReviewAppraisals &shown)
{
    const Tool &tool = *shown.appraisals.tool;
    const auto &domains = shown.appraisals.domains;
    const std::vector<HeldJudgement> held = complete(*row.said, domains);
    const std::string missing = missingText(tool, domains, held);
    if (!missing.empty()) {
        shown.notices.push_back(row.label + " is left out: not judged yet: " + missing + ".");
        return;
    }
    appraisal::Appraisal study{row.label, {}, {}, 1};
    for (const appraisal::Domain &domain : domains) {
        const std::string key = keyOf(tool, domain);
        study.domains.push_back(std::ranges::find_if(held, [&](const HeldJudgement &one) {
                                    return one.said.domain == key;
                                })->said.judgement);
    }
    const auto overall =
        std::ranges::find_if(held, [](const HeldJudgement &one) { return one.said.domain == kOverall; });
    study.overall = overall == held.end() ? appraisal::Judgement::NoInformation : overall->said.judgement;
    shown.appraisals.studies.push_back(std::move(study));
}

/// Of a tool whose domains are not judged.
void addAnswers(const ToolPtr &tool, const std::vector<LabelledAppraisal> &rows, ReviewAppraisals &shown)
{
    std::vector<appraisal::AnsweredStudy> studies;
    for (const LabelledAppraisal &row : rows) {
        appraisal::AnsweredStudy study{row.label, heldAnswers(*row.said)};
        const appraisal::Sheet sheet = sheetOf(*tool, study.answers);
        std::string open;
        for (const appraisal::Question *question : sheet.open) {
            open += (open.empty() ? "" : ", ") + question->id;
        }
        if (!open.empty()) {
            shown.notices.push_back(row.label + " is left out: not answered yet: " + open + ".");
        } else {
            studies.push_back(std::move(study));
        }
    }
    shown.appraisals = appraisal::answersToShow(*tool, studies);
}

/// "Hassan 2020: reviewers differ on D2, D3; the newest is shown."
void noteDifferences(const std::vector<LabelledAppraisal> &rows, std::vector<std::string> &notices)
{
    for (const LabelledAppraisal &row : rows) {
        std::string items;
        for (const Difference &one : differencesIn(*row.said)) {
            items += one.isSettled ? "" : (items.empty() ? "" : ", ") + one.item;
        }
        if (!items.empty()) {
            notices.push_back(row.label + ": reviewers differ on " + items +
                              "; the newest is shown. Settle it with 'winnow appraise --consensus'.");
        }
    }
}

/// The rows of a plot in order of their labels; with the result where there are several.
Result<std::vector<LabelledAppraisal>> rowsOf(Workspace &workspace,
                                              const std::map<RecordId, SaidOfRecord> &said,
                                              const Tool &tool,
                                              const std::optional<std::string> &result)
{
    std::vector<RecordId> records;
    std::vector<const SaidOfResult *> found;
    std::set<std::string> results;
    for (const auto &[record, all] : said) {
        for (const SaidOfResult &one : all) {
            if (one.tool->id == tool.id && (!result || one.result == *result)) {
                records.push_back(record);
                found.push_back(&one);
                results.insert(one.result);
            }
        }
    }
    std::vector<RecordId> distinct = records;
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    auto labels = studyLabels(workspace, distinct);
    if (!labels) {
        return std::move(labels).error();
    }
    std::vector<LabelledAppraisal> rows;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto at = std::ranges::find(distinct, records[i]) - distinct.begin();
        std::string label = labels->at(static_cast<std::size_t>(at));
        if (results.size() > 1 && !found[i]->result.empty()) {
            label += ", " + found[i]->result;
        }
        rows.push_back({std::move(label), found[i]});
    }
    std::ranges::stable_sort(rows, {}, [](const LabelledAppraisal &row) { return text::fold(row.label); });
    return rows;
}

Result<store::EventDraft> draftOf(EventKind kind,
                                  const RecordJudgements &said,
                                  const std::string &item,
                                  const std::string &verdict,
                                  store::AppraisalDetail detail)
{
    for (const std::string *text :
         {&detail.support, &detail.quote, &detail.page, &detail.place, &detail.result}) {
        if (text->size() > kMostBytes) {
            return refusal("The text on " + item + " is longer than 20,000 bytes; shorten it.");
        }
    }
    if (!detail.place.empty() && !quotePlace(detail.place)) {
        return refusal("\"" + detail.place + "\" is no place in a PDF; write HASH#page=N.");
    }
    detail.result = said.result;
    detail.isConsensus = said.isConsensus;
    store::EventDraft event;
    event.kind = kind;
    event.stage = toString(kAppraisalStage);
    event.subjectKind = "record";
    event.verdict = verdict;
    event.reason = item;
    event.detail = store::toDetail(detail);
    event.reviewer = said.reviewer;
    return event;
}

Result<store::EventDraft>
draftOf(const Tool &tool, const RecordJudgements &said, const DomainJudgement &judged)
{
    auto domain = domainCalled(tool, judged.domain);
    if (!domain) {
        return std::move(domain).error();
    }
    return draftOf(EventKind::Appraised,
                   said,
                   *domain,
                   std::string(toString(judged.judgement)),
                   {tool.id, judged.support, {}, judged.quote, judged.page, judged.place});
}

Result<store::EventDraft>
draftOf(const Tool &tool, const RecordJudgements &said, const QuestionAnswer &answered)
{
    const bool isConclusion =
        text::fold(answered.question) == text::fold(kOverall) && !tool.conclusion.empty();
    const appraisal::Question *question = appraisal::questionOf(tool, answered.question);
    if (!isConclusion && question == nullptr) {
        return refusal(tool.name + " has no question \"" + answered.question +
                           "\"; 'winnow appraise --tool " + tool.id + " --questions' lists them.",
                       ErrorCode::NotFound);
    }
    const appraisal::AnswerSet &set =
        *appraisal::answerSetOf(tool, isConclusion ? tool.conclusion : question->answers);
    const appraisal::Choice *choice = appraisal::choiceOf(set, answered.answer);
    if (choice == nullptr) {
        std::string known;
        for (const appraisal::Choice &one : set.choices) {
            known += (known.empty() ? "" : ", ") + one.id + " (" + one.label + ")";
        }
        return refusal("\"" + answered.answer + "\" is no answer to " + answered.question + "; write " +
                       known + ".");
    }
    return draftOf(EventKind::AppraisalAnswered,
                   said,
                   isConclusion ? kOverall : question->id,
                   choice->id,
                   {tool.id, answered.support, {}, answered.quote, answered.page, answered.place});
}

std::vector<RecordAppraisal> appraisalsIn(const SaidOfRecord &ofRecord,
                                          const std::map<RecordId, SaidOfRecord> &said)
{
    std::vector<RecordAppraisal> all;
    for (const SaidOfResult &one : ofRecord) {
        RecordAppraisal appraisal{one.tool, one.result, {}, {}, {}, {}, {}, differencesIn(one)};
        appraisal.judgements = complete(one, domainsIn(*one.tool, said));
        std::vector<std::string> order;
        for (const appraisal::Question *question : appraisal::questionsOf(*one.tool)) {
            order.push_back(question->id);
        }
        order.emplace_back(kOverall);
        for (const std::string &question : order) {
            if (const auto *sayings = sayingsOf(one.answers, question)) {
                appraisal.answers.push_back(sayings->held());
            }
        }
        const appraisal::Sheet sheet = sheetOf(*one.tool, heldAnswers(one));
        for (const appraisal::Question *question : sheet.asked) {
            appraisal.asked.push_back(question->id);
        }
        for (const appraisal::Question *question : sheet.open) {
            appraisal.open.push_back(question->id);
        }
        appraisal.tally = tallyOf(*one.tool, sheet);
        all.push_back(std::move(appraisal));
    }
    return all;
}

} // namespace

Result<std::string> domainCalled(const Tool &tool, const std::string &name)
{
    const std::string folded = text::fold(name);
    if (!tool.isJudged()) {
        return refusal("The domains of " + tool.name +
                           " are not judged; answer its questions instead, such as --answer " +
                           appraisal::questionsOf(tool).front()->id + "=Y.",
                       ErrorCode::Unsupported);
    }
    if (folded == "overall") {
        return std::string(kOverall);
    }
    if (tool.domains.empty() && folded.find_first_not_of(" \t\r\n") != std::string::npos) {
        return name;
    }
    std::string known;
    for (const auto *domains : {&tool.domains, &tool.further}) {
        for (const appraisal::ToolDomain &domain : *domains) {
            if (folded == text::fold(domain.code) || folded == text::fold(domain.name)) {
                return domain.code;
            }
            known += nameOf(appraisal::Domain{domain.code, domain.name}) + ", ";
        }
    }
    return refusal(tool.name + " has no domain \"" + name + "\"; its domains are " + known + "and Overall.",
                   ErrorCode::NotFound);
}

Result<void> appraise(Workspace &workspace,
                      RecordId record,
                      const Tool &tool,
                      const std::vector<DomainJudgement> &judgements)
{
    return appraiseAll(workspace, tool, {{record, judgements}});
}

Result<void> answerQuestions(Workspace &workspace,
                             RecordId record,
                             const Tool &tool,
                             const std::vector<QuestionAnswer> &answers,
                             const std::string &result)
{
    return appraiseAll(workspace, tool, {{record, {}, answers, result}});
}

Result<void> appraiseAll(Workspace &workspace, const Tool &tool, const std::vector<RecordJudgements> &records)
{
    std::vector<ToolJudgements> all;
    all.reserve(records.size());
    const auto shared = std::make_shared<const Tool>(tool);
    for (const RecordJudgements &said : records) {
        all.push_back({shared, said});
    }
    return appraiseAll(workspace, all);
}

Result<void> appraiseAll(Workspace &workspace, const std::vector<ToolJudgements> &records)
{
    std::vector<store::EventDraft> drafts;
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    for (const ToolJudgements &one : records) {
        const RecordJudgements &said = one.said;
        auto kept = workspace.judgement().keptFor(said.record);
        if (!kept) {
            return std::move(kept).error();
        }
        if (said.isConsensus) {
            if (auto checked = standings->checkMayAgree(kAppraisalStage, std::span(&*kept, 1)); !checked) {
                return checked;
            }
        }
        const auto add = [&](const auto &saying) -> Result<void> {
            auto draft = draftOf(*one.tool, said, saying);
            if (!draft) {
                return std::move(draft).error();
            }
            draft->subject = kept->value;
            drafts.push_back(*std::move(draft));
            return {};
        };
        for (const QuestionAnswer &answer : said.answers) {
            if (auto added = add(answer); !added) {
                return added;
            }
        }
        for (const DomainJudgement &judgement : said.judgements) {
            if (auto added = add(judgement); !added) {
                return added;
            }
        }
    }
    if (drafts.empty()) {
        return refusal("Name at least one judgement, such as D1=low, or answer, such as --answer 1.1=Y.");
    }
    headIfOthersSpeak(drafts, workspace.reviewer());
    return workspace.log().append(workspace.act(), drafts);
}

Result<std::vector<RecordAppraisal>> appraisalsOfRecord(Workspace &workspace, RecordId record)
{
    auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return std::move(kept).error();
    }
    auto members = workspace.judgement().representedBy(*kept);
    if (!members) {
        return std::move(members).error();
    }
    auto said = saidInReview(workspace, &*members);
    if (!said) {
        return std::move(said).error();
    }
    return appraisalsIn((*said)[*kept], *said);
}

Result<std::map<RecordId, std::vector<RecordAppraisal>>> appraisalsOfRecords(Workspace &workspace)
{
    auto said = saidInReview(workspace);
    if (!said) {
        return std::move(said).error();
    }
    std::map<RecordId, std::vector<RecordAppraisal>> all;
    for (const auto &[record, ofRecord] : *said) {
        all.emplace(record, appraisalsIn(ofRecord, *said));
    }
    return all;
}

Result<std::vector<HeldJudgement>> judgementsOf(Workspace &workspace, RecordId record)
{
    auto appraisals = appraisalsOfRecord(workspace, record);
    if (!appraisals) {
        return std::move(appraisals).error();
    }
    std::vector<HeldJudgement> all;
    for (RecordAppraisal &one : *appraisals) {
        std::ranges::move(one.judgements, std::back_inserter(all));
    }
    return all;
}

Result<ReviewAppraisals>
appraisalsOf(Workspace &workspace, const ToolPtr &asked, const std::optional<std::string> &result)
{
    auto said = saidInReview(workspace);
    if (!said) {
        return std::move(said).error();
    }
    auto tool = asked == nullptr ? usedTool(*said) : Result<ToolPtr>(asked);
    if (!tool) {
        return std::move(tool).error();
    }
    auto rows = rowsOf(workspace, *said, **tool, result);
    if (!rows) {
        return std::move(rows).error();
    }
    ReviewAppraisals shown;
    shown.appraisals.tool = *tool;
    if ((*tool)->isJudged()) {
        shown.appraisals.domains = domainsIn(**tool, *said);
        for (const LabelledAppraisal &row : *rows) {
            addStudy(row, shown);
        }
    } else {
        addAnswers(*tool, *rows, shown);
    }
    if (shown.appraisals.studies.empty()) {
        return refusal(
            shown.notices.empty() ? "No study that you may see is appraised with " + (*tool)->name +
                                        (result ? " for the result " + *result : "") + "."
            : (*tool)->isJudged() ? "No study is judged in all domains yet. " + shown.notices.front()
                                  : "No study has answers to all questions yet. " + shown.notices.front(),
            ErrorCode::NotFound);
    }
    noteDifferences(*rows, shown.notices);
    return shown;
}

Result<std::vector<std::string>> studyLabels(Workspace &workspace, std::span<const RecordId> ids)
{
    auto rows = workspace.records().rows(ids);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<std::string> labels;
    for (const store::RecordRow &row : *rows) {
        std::string label = row.authors.empty() ? std::string() : row.authors.front().family;
        if (label.empty()) {
            label = row.key.empty() ? "#" + std::to_string(row.id.value) : row.key;
        } else if (row.year) {
            label += " " + std::to_string(*row.year);
        }
        labels.push_back(std::move(label));
    }
    tellApart(labels, *rows);
    return labels;
}

} // namespace winnow::app
