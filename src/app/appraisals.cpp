#include "app/appraisals.h"

#include "app/standing.h"
#include "store/event_detail.h"
#include "text/fold.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace winnow::app {

namespace {

using appraisal::Judgement;
using appraisal::Tool;

constexpr const char *kOverall = "Overall";

/// Reports are appraised once their full text was read, and as blind as that.
constexpr Stage kStage = Stage::FullText;

/// By tool in the order of the tools, then by domain in the order in which they were first judged.
struct Held
{
    std::map<const Tool *, std::vector<HeldJudgement>> byTool;

    void hold(HeldJudgement judgement)
    {
        auto &list = byTool[judgement.tool];
        const auto same = std::ranges::find(
            list, judgement.said.domain, [](const HeldJudgement &one) { return one.said.domain; });
        if (same != list.end()) {
            *same = std::move(judgement);
        } else {
            list.push_back(std::move(judgement));
        }
    }
};

std::optional<HeldJudgement> readJudgement(const Event &event)
{
    store::AppraisalDetail detail = store::appraisalDetail(event.detail);
    const Tool *tool = appraisal::toolCalled(detail.tool);
    const auto judgement = appraisal::judgementFromText(event.verdict, appraisal::LoneS::SomeConcerns);
    if (tool == nullptr || !judgement || event.reason.empty()) {
        return std::nullopt; // of a newer Winnow
    }
    return HeldJudgement{tool, {event.reason, *judgement, std::move(detail.support)}, event.reviewer};
}

/// What the reviewer may see, by the record that stands for the group.
Result<std::map<RecordId, Held>> heldIn(Workspace &workspace, const std::vector<Event> &events)
{
    auto representatives = workspace.judgement().representatives();
    auto standings = Standings::of(workspace);
    if (!representatives || !standings) {
        return !representatives ? std::move(representatives).error() : std::move(standings).error();
    }
    std::map<RecordId, Held> held;
    for (const Event &event : events) {
        const RecordId record = representatives->of({event.subject});
        if (event.reviewer != workspace.reviewer() && !standings->isOpen(kStage, std::span(&record, 1))) {
            continue;
        }
        if (auto judgement = readJudgement(event)) {
            held[record].hold(*std::move(judgement));
        }
    }
    return held;
}

const HeldJudgement *judgementOf(const std::vector<HeldJudgement> &held, const std::string &domain)
{
    const auto found =
        std::ranges::find(held, domain, [](const HeldJudgement &one) { return one.said.domain; });
    return found == held.end() ? nullptr : &*found;
}

/// Of a tool that has none of its own: all that were judged, in order of their first judgement.
std::vector<appraisal::Domain> domainsIn(const Tool &tool, const std::map<RecordId, Held> &held)
{
    std::vector<appraisal::Domain> domains = appraisal::domainsOf(tool);
    if (!domains.empty()) {
        return domains;
    }
    std::set<std::string> known{kOverall};
    for (const auto &[record, groups] : held) {
        const auto found = groups.byTool.find(&tool);
        if (found == groups.byTool.end()) {
            continue;
        }
        for (const HeldJudgement &one : found->second) {
            if (known.insert(one.said.domain).second) {
                domains.push_back({"D" + std::to_string(domains.size() + 1), one.said.domain});
            }
        }
    }
    return domains;
}

std::string keyOf(const Tool &tool, const appraisal::Domain &domain)
{
    return tool.domains.empty() ? domain.name : domain.code;
}

/// The domains in their order and the whole, which is proposed where nobody judged it; what was judged
/// beside them is left out.
std::vector<HeldJudgement> complete(const Tool &tool,
                                    const std::vector<appraisal::Domain> &domains,
                                    const std::vector<HeldJudgement> &held)
{
    std::vector<HeldJudgement> all;
    std::vector<Judgement> said;
    for (const appraisal::Domain &domain : domains) {
        if (const HeldJudgement *one = judgementOf(held, keyOf(tool, domain)); one != nullptr) {
            all.push_back(*one);
            said.push_back(one->said.judgement);
        }
    }
    if (const HeldJudgement *overall = judgementOf(held, kOverall); overall != nullptr) {
        all.push_back(*overall);
    } else if (said.size() == domains.size() && !said.empty()) {
        all.push_back(
            {&tool,
             {kOverall, appraisal::proposedOverall(tool, said).value_or(Judgement::NoInformation), {}},
             {},
             true});
    }
    return all;
}

Result<const Tool *> usedTool(const std::map<RecordId, Held> &held)
{
    std::set<const Tool *> used;
    for (const auto &[record, groups] : held) {
        for (const auto &[tool, judgements] : groups.byTool) {
            used.insert(tool);
        }
    }
    if (used.empty()) {
        return Error{
            ErrorCode::NotFound,
            "Nothing is appraised in this review that you may see; 'winnow appraise' records judgements.",
            {},
            {}};
    }
    if (used.size() > 1) {
        std::string names;
        for (const Tool *tool : used) {
            names += (names.empty() ? "" : ", ") + std::string(tool->id);
        }
        return Error{ErrorCode::InvalidArgument,
                     "Studies were appraised with several tools; name one of them with --tool: " + names +
                         ".",
                     {},
                     {}};
    }
    return *used.begin();
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

/// Missing domains of a study: "D3 and Overall are not judged yet".
std::string missingText(const Tool &tool,
                        const std::vector<appraisal::Domain> &domains,
                        const std::vector<HeldJudgement> &held)
{
    std::string missing;
    for (const appraisal::Domain &domain : domains) {
        if (judgementOf(held, keyOf(tool, domain)) == nullptr) {
            missing += (missing.empty() ? "" : ", ") + keyOf(tool, domain);
        }
    }
    return missing;
}

void addStudy(const Tool &tool,
              const std::string &label,
              const std::vector<HeldJudgement> &judged,
              ReviewAppraisals &shown)
{
    const auto &domains = shown.appraisals.domains;
    const std::string missing = missingText(tool, domains, judged);
    if (!missing.empty()) {
        shown.notices.push_back(label + " is left out: not judged yet: " + missing + ".");
        return;
    }
    appraisal::Appraisal study{label, {}, {}, 1};
    for (const HeldJudgement &one : complete(tool, domains, judged)) {
        if (one.said.domain == kOverall) {
            study.overall = one.said.judgement;
        } else {
            study.domains.push_back(one.said.judgement);
        }
    }
    shown.appraisals.studies.push_back(std::move(study));
}

} // namespace

Result<std::string> domainCalled(const Tool &tool, const std::string &name)
{
    const std::string folded = text::fold(name);
    if (folded == "overall") {
        return std::string(kOverall);
    }
    if (tool.domains.empty() && folded.find_first_not_of(" \t\r\n") != std::string::npos) {
        return name;
    }
    std::string known;
    for (const appraisal::Domain &domain : appraisal::domainsOf(tool)) {
        if (folded == text::fold(domain.code) || folded == text::fold(domain.name)) {
            return domain.code;
        }
        known += nameOf(domain) + ", ";
    }
    return Error{ErrorCode::NotFound,
                 std::string(tool.name) + " has no domain \"" + name + "\"; its domains are " + known +
                     "and Overall.",
                 {},
                 {}};
}

Result<void> appraise(Workspace &workspace,
                      RecordId record,
                      const Tool &tool,
                      const std::vector<DomainJudgement> &judgements)
{
    return appraiseAll(workspace, tool, {{record, judgements}});
}

Result<void> appraiseAll(Workspace &workspace, const Tool &tool, const std::vector<RecordJudgements> &records)
{
    std::vector<store::EventDraft> drafts;
    for (const RecordJudgements &judged : records) {
        auto kept = workspace.judgement().keptFor(judged.record);
        if (!kept) {
            return std::move(kept).error();
        }
        for (const DomainJudgement &said : judged.judgements) {
            auto domain = domainCalled(tool, said.domain);
            if (!domain) {
                return std::move(domain).error();
            }
            store::EventDraft event;
            event.kind = EventKind::Appraised;
            event.stage = toString(kStage);
            event.subjectKind = "record";
            event.subject = kept->value;
            event.verdict = toString(said.judgement);
            event.reason = *std::move(domain);
            event.detail = store::toDetail(store::AppraisalDetail{std::string(tool.id), said.support});
            drafts.push_back(std::move(event));
        }
    }
    if (drafts.empty()) {
        return Error{ErrorCode::InvalidArgument, "Name at least one judgement, such as D1=low.", {}, {}};
    }
    return workspace.log().append(workspace.act(), drafts);
}

Result<std::vector<HeldJudgement>> judgementsOf(Workspace &workspace, RecordId record)
{
    auto kept = workspace.judgement().keptFor(record);
    if (!kept) {
        return std::move(kept).error();
    }
    auto members = workspace.judgement().representedBy(*kept);
    if (!members) {
        return std::move(members).error();
    }
    auto events = workspace.log().live(EventKind::Appraised, *members);
    auto held = events ? heldIn(workspace, *events) : std::move(events).error();
    if (!held) {
        return std::move(held).error();
    }
    std::vector<HeldJudgement> all;
    for (const Tool &tool : appraisal::tools()) {
        const auto judged = (*held)[*kept].byTool.find(&tool);
        if (judged != (*held)[*kept].byTool.end()) {
            std::ranges::move(complete(tool, domainsIn(tool, *held), judged->second),
                              std::back_inserter(all));
        }
    }
    return all;
}

Result<ReviewAppraisals> appraisalsOf(Workspace &workspace, const Tool *tool)
{
    auto events = workspace.log().live(EventKind::Appraised);
    auto held = events ? heldIn(workspace, *events) : std::move(events).error();
    if (!held) {
        return std::move(held).error();
    }
    if (tool == nullptr) {
        auto used = usedTool(*held);
        if (!used) {
            return std::move(used).error();
        }
        tool = *used;
    }
    ReviewAppraisals shown;
    shown.appraisals.tool = tool;
    shown.appraisals.domains = domainsIn(*tool, *held);
    std::vector<RecordId> records;
    for (const auto &[record, groups] : *held) {
        if (groups.byTool.contains(tool)) {
            records.push_back(record);
        }
    }
    auto labels = studyLabels(workspace, records);
    if (!labels) {
        return std::move(labels).error();
    }
    std::vector<std::pair<std::string, std::size_t>> order;
    for (std::size_t i = 0; i < labels->size() && i < records.size(); ++i) {
        order.emplace_back(text::fold((*labels)[i]), i);
    }
    std::ranges::sort(order);
    for (const auto &[folded, at] : order) {
        addStudy(*tool, (*labels)[at], (*held)[records[at]].byTool[tool], shown);
    }
    if (shown.appraisals.studies.empty()) {
        return Error{ErrorCode::NotFound,
                     shown.notices.empty()
                         ? "No study that you may see is appraised with " + std::string(tool->name) + "."
                         : "No study is judged in all domains yet. " + shown.notices.front(),
                     {},
                     {}};
    }
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
