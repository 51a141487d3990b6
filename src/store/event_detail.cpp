#include "store/event_detail.h"

#include "base/sha256.h"
#include "model/quote_place.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <limits>

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

/// At most `most` bytes of it, and no half character at the end.
std::string cutTo(std::string text, std::size_t most)
{
    if (text.size() > most) {
        const auto isContinued = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; };
        while (most > 0 && isContinued(text[most])) {
            --most;
        }
        text.resize(most);
    }
    return text;
}

/// Only a number without a fraction that an int64 holds; 0 otherwise.
std::int64_t wholeNumber(const json &object, const char *name)
{
    const auto found = object.find(name);
    const bool isWhole = found != object.end() && found->is_number_integer();
    const bool fits = isWhole && (!found->is_number_unsigned() ||
                                  found->get<std::uint64_t>() <=
                                      static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()));
    return fits ? found->get<std::int64_t>() : 0;
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

namespace {

/// A place in a PDF; empty where the text is none.
std::string placeOr(const json &object)
{
    auto place = valueOr(object, "place", std::string());
    return quotePlace(place) ? place : std::string();
}

} // namespace

AppraisalDetail appraisalDetail(std::string_view text)
{
    const json object = parsed(text);
    return {valueOr(object, "tool", std::string()),
            valueOr(object, "support", std::string()),
            valueOr(object, "result", std::string()),
            valueOr(object, "quote", std::string()),
            valueOr(object, "page", std::string()),
            placeOr(object),
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
    set("place", detail.place);
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

std::optional<FileDetail> fileDetail(std::string_view text)
{
    constexpr std::size_t kLongestName = 255; // bytes, as file systems have it
    constexpr std::size_t kLongestText = 2000;
    const json object = parsed(text);
    const auto bounded = [&](const char *name, std::size_t most) {
        return cutTo(valueOr(object, name, std::string()), most);
    };
    FileDetail detail;
    detail.sha256 = valueOr(object, "sha256", std::string());
    detail.bytes = wholeNumber(object, "bytes");
    if (!isSha256(detail.sha256) || detail.bytes < 1) {
        return std::nullopt;
    }
    detail.name = bounded("name", kLongestName);
    detail.source = bounded("source", kLongestName);
    detail.address = bounded("address", kLongestText);
    detail.licence = bounded("licence", kLongestText);
    detail.version = bounded("version", kLongestName);
    return detail;
}

std::string toDetail(const FileDetail &detail)
{
    json object{
        {"sha256", detail.sha256}, {"bytes", detail.bytes}, {"name", detail.name}, {"source", detail.source}};
    if (!detail.address.empty()) {
        object["address"] = detail.address;
    }
    if (!detail.licence.empty()) {
        object["licence"] = detail.licence;
    }
    if (!detail.version.empty()) {
        object["version"] = detail.version;
    }
    return dumped(object);
}

std::string detachedFile(std::string_view text)
{
    std::string hash = valueOr(parsed(text), "sha256", std::string());
    return isSha256(hash) ? hash : std::string();
}

std::string toDetachedDetail(std::string_view sha256)
{
    return dumped({{"sha256", sha256}});
}

std::vector<FullTextAnswer> fullTextAnswers(std::string_view text)
{
    constexpr std::size_t kMostAnswers = 50;
    constexpr std::size_t kLongestName = 64;
    constexpr std::size_t kLongestText = 2000;
    const json object = parsed(text);
    std::vector<FullTextAnswer> answers;
    const auto list = object.find("answers");
    if (list == object.end() || !list->is_array()) {
        return answers;
    }
    for (const json &one : *list) {
        if (!one.is_object() || answers.size() == kMostAnswers) {
            continue;
        }
        const auto bounded = [&](const char *name, std::size_t most) {
            return cutTo(valueOr(one, name, std::string()), most);
        };
        const auto status = fullTextStatusFromString(valueOr(one, "status", std::string()));
        FullTextAnswer answer{.source = bounded("source", kLongestName),
                              .status = status.value_or(FullTextStatus::NotFound),
                              .address = bounded("address", kLongestText),
                              .licence = bounded("licence", kLongestText),
                              .version = bounded("version", kLongestName),
                              .message = bounded("message", kLongestText)};
        if (!answer.address.starts_with("https://") && !answer.address.starts_with("http://")) {
            answer.address.clear();
        }
        if (status && !answer.source.empty()) {
            answers.push_back(std::move(answer));
        }
    }
    return answers;
}

std::string toDetail(std::span<const FullTextAnswer> answers)
{
    json list = json::array();
    for (const FullTextAnswer &answer : answers) {
        json one{{"source", answer.source}, {"status", toString(answer.status)}};
        const auto set = [&](const char *key, const std::string &value) {
            if (!value.empty()) {
                one[key] = value;
            }
        };
        set("address", answer.address);
        set("licence", answer.licence);
        set("version", answer.version);
        set("message", answer.message);
        list.push_back(std::move(one));
    }
    return dumped({{"answers", std::move(list)}});
}

} // namespace winnow::store
