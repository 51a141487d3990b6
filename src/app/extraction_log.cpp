#include "app/extraction_log.h"

#include "extraction/value_json.h"

#include <nlohmann/json.hpp>

namespace winnow::app {

namespace {

using nlohmann::json;

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

StudyUnit unitOf(const StudyUnits &units, const ExtractionSubject &subject)
{
    return subject.evidence.empty() ? units.ofReport(subject.record, subject.study)
                                    : StudyUnits::ofEvidence(subject.evidence);
}

StudyUnit unitOf(const StudyUnits &units, const Event &event, const SaidValue &said)
{
    return unitOf(units, ExtractionSubject{{event.subject}, said.evidence, said.study});
}

} // namespace winnow::app
