#include "store/event_detail.h"

#include <nlohmann/json.hpp>

namespace winnow::store {

namespace {

using nlohmann::json;

json parsed(std::string_view text)
{
    json value = json::parse(text.begin(), text.end(), nullptr, false);
    return value.is_object() ? value : json::object();
}

std::string dumped(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class T>
T valueOr(const json &object, const char *name, T fallback)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        return fallback;
    }
    T value{};
    try {
        found->get_to(value);
    } catch (const json::exception &) {
        return fallback;
    }
    return value;
}

} // namespace

MergeDetail mergeDetail(std::string_view text)
{
    const json object = parsed(text);
    MergeDetail detail;
    for (const std::int64_t id : valueOr(object, "members", std::vector<std::int64_t>{})) {
        detail.members.push_back({id});
    }
    detail.tier = valueOr(object, "tier", std::string());
    return detail;
}

std::string toDetail(const MergeDetail &detail)
{
    json members = json::array();
    for (const RecordId member : detail.members) {
        members.push_back(member.value);
    }
    return dumped({{"members", std::move(members)}, {"tier", detail.tier}});
}

RecordId otherDetail(std::string_view text)
{
    return {valueOr(parsed(text), "other", std::int64_t{0})};
}

std::string toOtherDetail(RecordId other)
{
    return dumped({{"other", other.value}});
}

std::string noteDetail(std::string_view text)
{
    return text.empty() ? std::string() : valueOr(parsed(text), "note", std::string());
}

std::string toNoteDetail(std::string_view note)
{
    return note.empty() ? std::string() : dumped({{"note", note}});
}

RemovalDetail removalDetail(std::string_view text)
{
    const json object = parsed(text);
    return {valueOr(object, "count", std::int64_t{0}),
            valueOr(object, "automation", false),
            valueOr(object, "note", std::string())};
}

std::string toDetail(const RemovalDetail &detail)
{
    return dumped({{"count", detail.count}, {"automation", detail.isByAutomation}, {"note", detail.note}});
}

DecisionDetail decisionDetail(std::string_view text)
{
    if (text.empty()) {
        return {};
    }
    const json object = parsed(text);
    return {valueOr(object, "note", std::string()),
            valueOr(object, "bulk", std::string()),
            valueOr(object, "reasons", std::vector<std::string>{})};
}

std::string toDetail(const DecisionDetail &detail)
{
    json object = json::object();
    if (!detail.note.empty()) {
        object["note"] = detail.note;
    }
    if (!detail.bulk.empty()) {
        object["bulk"] = detail.bulk;
    }
    if (!detail.furtherReasons.empty()) {
        object["reasons"] = detail.furtherReasons;
    }
    return object.empty() ? std::string() : dumped(object);
}

StageSettings settingsDetail(Stage stage, std::string_view text)
{
    const json object = parsed(text);
    StageSettings settings = defaultSettings(stage);
    settings.criteria = valueOr(object, "criteria", settings.criteria);
    settings.reasons = valueOr(object, "reasons", settings.reasons);
    settings.reviewersPerRecord = valueOr(object, "reviewersPerRecord", settings.reviewersPerRecord);
    settings.secondReviewerShare = valueOr(object, "secondReviewerShare", settings.secondReviewerShare);
    settings.rule = agreementRuleFromString(valueOr(object, "rule", std::string())).value_or(settings.rule);
    settings.isBlind = valueOr(object, "blind", settings.isBlind);
    settings.hidesVotes = valueOr(object, "hidesVotes", settings.hidesVotes);
    settings.needsReason = valueOr(object, "needsReason", settings.needsReason);
    settings.reviewers = valueOr(object, "reviewers", settings.reviewers);
    settings.adjudicators = valueOr(object, "adjudicators", settings.adjudicators);
    settings.seed = valueOr(object, "seed", settings.seed);
    settings.randomShare = valueOr(object, "randomShare", settings.randomShare);
    settings.rankingModel = valueOr(object, "rankingModel", settings.rankingModel);
    settings.isUsed = valueOr(object, "used", settings.isUsed);
    settings.tools = valueOr(object, "tools", settings.tools);
    return settings;
}

std::string toDetail(const StageSettings &settings)
{
    return dumped({{"criteria", settings.criteria},
                   {"reasons", settings.reasons},
                   {"reviewersPerRecord", settings.reviewersPerRecord},
                   {"secondReviewerShare", settings.secondReviewerShare},
                   {"rule", toString(settings.rule)},
                   {"blind", settings.isBlind},
                   {"hidesVotes", settings.hidesVotes},
                   {"needsReason", settings.needsReason},
                   {"reviewers", settings.reviewers},
                   {"adjudicators", settings.adjudicators},
                   {"seed", settings.seed},
                   {"randomShare", settings.randomShare},
                   {"rankingModel", settings.rankingModel},
                   {"used", settings.isUsed},
                   {"tools", settings.tools}});
}

ResolutionDetail resolutionDetail(std::string_view text)
{
    const json object = parsed(text);
    return {valueOr(object, "consensus", true), valueOr(object, "note", std::string())};
}

std::string toDetail(const ResolutionDetail &detail)
{
    return dumped({{"consensus", detail.isConsensus}, {"note", detail.note}});
}

StudyDetail studyDetail(std::string_view text)
{
    const json object = parsed(text);
    return {valueOr(object, "studies", std::vector<std::string>{}), valueOr(object, "previous", false)};
}

std::string toDetail(const StudyDetail &detail)
{
    return dumped({{"studies", detail.studies}, {"previous", detail.isOfPreviousVersion}});
}

FlowNumberDetail flowNumberDetail(std::string_view text)
{
    const json object = parsed(text);
    FlowNumberDetail detail{valueOr(object, "line", std::string()),
                            valueOr(object, "name", std::string()),
                            {},
                            valueOr(object, "note", std::string())};
    if (object.contains("count")) {
        detail.count = valueOr(object, "count", std::int64_t{0});
    }
    return detail;
}

std::string toDetail(const FlowNumberDetail &detail)
{
    json object{{"line", detail.line}, {"name", detail.name}, {"note", detail.note}};
    if (detail.count) {
        object["count"] = *detail.count;
    }
    return dumped(object);
}

AppraisalDetail appraisalDetail(std::string_view text)
{
    const json object = parsed(text);
    return {valueOr(object, "tool", std::string()),
            valueOr(object, "support", std::string()),
            valueOr(object, "result", std::string()),
            valueOr(object, "quote", std::string()),
            valueOr(object, "page", std::string()),
            valueOr(object, "consensus", false)};
}

std::string toDetail(const AppraisalDetail &detail)
{
    json object{{"tool", detail.tool}};
    const auto set = [&](const char *key, const std::string &value) {
        if (!value.empty()) {
            object[key] = value;
        }
    };
    set("support", detail.support);
    set("result", detail.result);
    set("quote", detail.quote);
    set("page", detail.page);
    if (detail.isConsensus) {
        object["consensus"] = true;
    }
    return dumped(object);
}

std::string snapshotDetail(std::string_view text)
{
    const json object = parsed(text);
    const auto found = object.find("numbers");
    return found == object.end() ? std::string() : dumped(*found);
}

std::string toSnapshotDetail(std::string_view numbers)
{
    return dumped({{"numbers", parsed(numbers)}});
}

std::string renamedDetail(std::string_view text)
{
    return valueOr(parsed(text), "to", std::string());
}

std::string toRenamedDetail(std::string_view label)
{
    return dumped({{"to", label}});
}

PilotDetail pilotDetail(std::string_view text)
{
    const json object = parsed(text);
    PilotDetail detail{
        valueOr(object, "seed", std::uint64_t{0}), {}, {}, valueOr(object, "relevant", std::int64_t{0})};
    if (object.contains("unscreened")) {
        detail.unscreened = valueOr(object, "unscreened", std::int64_t{0});
    }
    for (const std::int64_t id : valueOr(object, "records", std::vector<std::int64_t>{})) {
        detail.records.push_back({id});
    }
    return detail;
}

std::string toDetail(const PilotDetail &detail)
{
    json records = json::array();
    for (const RecordId record : detail.records) {
        records.push_back(record.value);
    }
    json object{{"seed", detail.seed}, {"records", std::move(records)}};
    if (detail.unscreened) {
        object["unscreened"] = *detail.unscreened;
        object["relevant"] = detail.relevantBefore;
    }
    return dumped(object);
}

} // namespace winnow::store
