#include "formats/support/record_json.h"

#include "formats/support/identifiers.h"
#include "formats/support/normalise.h"
#include "formats/support/strings.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace winnow::formats {

namespace {

using nlohmann::ordered_json;

std::string issnsIn(std::string_view text)
{
    Record record;
    addIssns(record, text);
    return record.issn;
}

std::string isbnsIn(std::string_view text)
{
    Record record;
    addSerialNumbers(record, text);
    return record.isbn;
}

struct TextField
{
    const char *name;
    std::string Record::*member;
    std::string (*normalised)(std::string_view text); ///< what Record promises; keeps what is so already
};

constexpr std::array kTexts{
    TextField{"key", &Record::key, squeezed},
    TextField{"title", &Record::title, squeezed},
    TextField{"source_title", &Record::sourceTitle, squeezed},
    TextField{"volume", &Record::volume, squeezed},
    TextField{"issue", &Record::issue, squeezed},
    TextField{"page_first", &Record::pageFirst, squeezed},
    TextField{"page_last", &Record::pageLast, squeezed},
    TextField{"article_number", &Record::articleNumber, squeezed},
    TextField{"doi", &Record::doi, bareDoi},
    TextField{"pmid", &Record::pmid, pmidFrom},
    TextField{"pmcid", &Record::pmcid, pmcidFrom},
    TextField{"eid", &Record::eid, eidIn},
    TextField{"issn", &Record::issn, issnsIn},
    TextField{"isbn", &Record::isbn, isbnsIn},
    TextField{"publisher", &Record::publisher, squeezed},
    TextField{"language", &Record::language, squeezed},
    TextField{"url", &Record::url, squeezed},
    TextField{"abstract", &Record::abstractText, squeezed},
};

struct ListField
{
    const char *name;
    std::vector<std::string> Record::*member;
};

constexpr std::array kLists{
    ListField{"keywords", &Record::keywords},
    ListField{"index_terms", &Record::indexTerms},
};

struct DateField
{
    const char *name;
    std::optional<int> PartialDate::*member;
    int most;
};

constexpr std::array kDateParts{
    DateField{"year", &PartialDate::year, 9999},
    DateField{"month", &PartialDate::month, 12},
    DateField{"day", &PartialDate::day, 31},
};

/// The text of a JSON string; nothing for all else.
std::string textOf(const ordered_json &json)
{
    return json.is_string() ? withoutControls(json.get<std::string>()) : std::string();
}

std::string textAt(const ordered_json &json, const char *name)
{
    return json.is_object() && json.contains(name) ? textOf(json[name]) : std::string();
}

std::vector<std::string> textsOf(const ordered_json &json)
{
    std::vector<std::string> texts;
    if (json.is_array()) {
        for (const ordered_json &entry : json) {
            if (std::string text = squeezed(textOf(entry)); !text.empty()) {
                texts.push_back(std::move(text));
            }
        }
    }
    return texts;
}

std::vector<PersonName> authorsOf(const ordered_json &json)
{
    std::vector<PersonName> authors;
    if (json.is_array()) {
        for (const ordered_json &entry : json) {
            if (auto name = personFrom({textAt(entry, "family"), textAt(entry, "given")})) {
                authors.push_back(*std::move(name));
            }
        }
    }
    return authors;
}

PartialDate dateOf(const ordered_json &json)
{
    PartialDate date;
    for (const DateField &part : kDateParts) {
        if (json.is_object() && json.contains(part.name) && json[part.name].is_number_integer()) {
            const auto number = json[part.name].get<std::int64_t>();
            if (number >= 1 && number <= part.most) {
                date.*part.member = static_cast<int>(number);
            }
        }
    }
    return date;
}

void put(ordered_json &json, const char *name, const std::string &value)
{
    if (!value.empty()) {
        json[name] = value;
    }
}

} // namespace

ordered_json toJson(const Record &record)
{
    ordered_json json{{"type", namesOf(record.type).id}};
    for (const TextField &field : kTexts) {
        put(json, field.name, record.*field.member);
    }
    for (const ListField &field : kLists) {
        if (!(record.*field.member).empty()) {
            json[field.name] = record.*field.member;
        }
    }
    for (const PersonName &author : record.authors) {
        ordered_json name{{"family", author.family}};
        put(name, "given", author.given);
        json["authors"].push_back(std::move(name));
    }
    for (const DateField &part : kDateParts) {
        if (const auto &number = record.date.*part.member) {
            json["date"][part.name] = *number;
        }
    }
    return json;
}

void setFromJson(Record &record, const ordered_json &json)
{
    if (!json.is_object()) {
        return;
    }
    for (const TextField &field : kTexts) {
        if (json.contains(field.name)) {
            record.*field.member = field.normalised(textOf(json[field.name]));
        }
    }
    for (const ListField &field : kLists) {
        if (json.contains(field.name)) {
            record.*field.member = textsOf(json[field.name]);
        }
    }
    if (json.contains("authors")) {
        record.authors = authorsOf(json["authors"]);
    }
    if (json.contains("date")) {
        record.date = dateOf(json["date"]);
    }
    if (json.contains("type")) {
        record.type = recordTypeFromId(textOf(json["type"])).value_or(RecordType::Other);
    }
}

ordered_json toJson(std::span<const ReadDecision> decisions)
{
    ordered_json list = ordered_json::array();
    for (const ReadDecision &decision : decisions) {
        ordered_json entry{{"verdict", toString(decision.verdict)}, {"reviewer", decision.reviewer}};
        if (decision.stage) {
            entry["stage"] = toString(*decision.stage);
        }
        put(entry, "reason", decision.reason);
        put(entry, "note", decision.note);
        list.push_back(std::move(entry));
    }
    return list;
}

std::vector<ReadDecision> decisionsFromJson(const ordered_json &json)
{
    std::vector<ReadDecision> decisions;
    if (!json.is_array()) {
        return decisions;
    }
    for (const ordered_json &entry : json) {
        const auto stage = stageFromString(textAt(entry, "stage"));
        const auto verdict = verdictFromString(textAt(entry, "verdict"));
        if (verdict) {
            decisions.push_back(
                {stage, textAt(entry, "reviewer"), *verdict, textAt(entry, "reason"), textAt(entry, "note")});
        }
    }
    return decisions;
}

ordered_json toJson(std::span<const RawField> extras)
{
    ordered_json list = ordered_json::array();
    for (const RawField &extra : extras) {
        list.push_back({{"name", extra.name}, {"value", extra.value}});
    }
    return list;
}

std::vector<RawField> extrasFromJson(const ordered_json &json)
{
    std::vector<RawField> extras;
    if (json.is_array()) {
        for (const ordered_json &entry : json) {
            RawField extra{textAt(entry, "name"), textAt(entry, "value")};
            if (!extra.value.empty()) {
                extras.push_back(std::move(extra));
            }
        }
    }
    return extras;
}

} // namespace winnow::formats
