#include "app/extraction_log.h"

#include "app/appraisals.h"
#include "app/outside_evidence.h"
#include "app/record_keys.h"
#include "extraction/value_json.h"
#include "store/event_detail.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace winnow::app {

namespace {

using nlohmann::json;

constexpr int kIdDigits = 12;

/// In the order of the records.
std::string unitName(RecordId record)
{
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%0*lld", kIdDigits, static_cast<long long>(record.value));
    return std::string("1 ") + digits.data();
}

std::string textIn(const json &object, const char *name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

store::EventDraft valueEvent(const ExtractionSubject &subject,
                             const extraction::Form &form,
                             const std::string &path,
                             const extraction::Value &value)
{
    store::EventDraft event;
    event.stage = toString(Stage::FullText); // values are as blind as verdicts there
    event.subjectKind = subject.evidence.empty() ? "record" : "review";
    event.subject = subject.evidence.empty() ? subject.record.value : 0;
    event.reason = path;
    event.verdict = toString(value.status);
    json detail{
        {"form", form.id}, {"version", form.version}, {"value", json::parse(toJson(value), nullptr, false)}};
    if (!subject.evidence.empty()) {
        detail["evidence"] = subject.evidence;
    }
    if (!subject.study.empty()) {
        detail["study"] = subject.study;
    }
    event.detail = detail.dump(-1, ' ', false, json::error_handler_t::replace);
    return event;
}

std::optional<SaidValue> valueOf(const Event &event)
{
    const json detail = json::parse(event.detail, nullptr, false);
    if (!detail.is_object() || !detail.contains("value")) {
        return std::nullopt;
    }
    auto value =
        extraction::valueFromJson(detail["value"].dump(-1, ' ', false, json::error_handler_t::replace));
    if (!value) {
        return std::nullopt;
    }
    const auto version = detail.find("version");
    return SaidValue{textIn(detail, "form"),
                     version != detail.end() && version->is_number_integer() ? version->get<int>() : 1,
                     textIn(detail, "evidence"),
                     textIn(detail, "study"),
                     *std::move(value)};
}

Result<StudyUnits> StudyUnits::of(Workspace &workspace)
{
    auto representatives = workspace.judgement().representatives();
    auto events = workspace.log().live(EventKind::ReportOfStudy);
    if (!representatives || !events) {
        return !representatives ? std::move(representatives).error() : std::move(events).error();
    }
    StudyUnits units(*std::move(representatives));
    for (const Event &event : *events) {
        units.m_studies.insert_or_assign(units.m_representatives.of({event.subject}),
                                         store::studyDetail(event.detail).studies);
    }
    for (const auto &[report, studies] : units.m_studies) {
        for (const std::string &study : studies) {
            units.m_reports[study].push_back(report);
        }
    }
    return units;
}

ExtractionUnit StudyUnits::unitOf(const ExtractionSubject &subject) const
{
    if (!subject.evidence.empty()) {
        return {"3 " + subject.evidence, subject.evidence, {}};
    }
    const RecordId report = m_representatives.of(subject.record);
    const auto named = m_studies.find(report);
    if (named == m_studies.end() || named->second.empty()) {
        return {unitName(report), {}, {report}};
    }
    const auto asked = std::ranges::find(named->second, subject.study);
    const std::string &study = asked == named->second.end() ? named->second.front() : *asked;
    // Studies stand where their first reports do.
    const std::vector<RecordId> &reports = m_reports.at(study);
    return {unitName(reports.front()) + " " + study, {}, reports, study};
}

ExtractionUnit StudyUnits::unitOf(const Event &event, const SaidValue &said) const
{
    return unitOf(ExtractionSubject{{event.subject}, said.evidence, said.study});
}

Result<void>
nameUnit(Workspace &workspace, const ExtractionUnit &unit, std::string &label, std::vector<std::string> &keys)
{
    if (!unit.evidence.empty()) {
        keys = {unit.evidence};
        label = unit.evidence;
        auto all = outsideEvidence(workspace);
        if (!all) {
            return std::move(all).error();
        }
        const auto found = std::ranges::find(*all, unit.evidence, &OutsideEvidence::key);
        if (found != all->end()) {
            label = found->title;
        }
        return {};
    }
    auto known = keysOf(workspace, unit.reports);
    auto labels = studyLabels(workspace, unit.reports);
    if (!known || !labels) {
        return !known ? std::move(known).error() : std::move(labels).error();
    }
    keys = *std::move(known);
    label = !unit.study.empty() || labels->empty() ? unit.study : labels->front();
    return {};
}

} // namespace winnow::app
