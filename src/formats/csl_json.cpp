#include "formats/format.h"
#include "formats/support/csl_reader.h"
#include "formats/support/json_items.h"
#include "formats/support/normalise.h"
#include "formats/support/record_builder.h"
#include "formats/support/record_json.h"
#include "formats/support/strings.h"

#include <nlohmann/json.hpp>

namespace winnow::formats {

// NOLINTNEXTLINE(readability-identifier-naming): the table of formats goes by the names of the files
extern const Format csl_json;

namespace {

using nlohmann::ordered_json;

void put(ordered_json &item, const char *name, const std::string &value)
{
    if (!value.empty()) {
        item[name] = value;
    }
}

ordered_json names(const std::vector<PersonName> &authors)
{
    ordered_json list = ordered_json::array();
    for (const PersonName &author : authors) {
        list.push_back(author.given.empty()
                           ? ordered_json{{"literal", author.family}}
                           : ordered_json{{"family", author.family}, {"given", author.given}});
    }
    return list;
}

ordered_json issued(const PartialDate &date)
{
    ordered_json parts = ordered_json::array({*date.year});
    if (date.month) {
        parts.push_back(*date.month);
        if (date.day) {
            parts.push_back(*date.day);
        }
    }
    return {{"date-parts", ordered_json::array({std::move(parts)})}};
}

/// What the item says of the record when it is read again.
Record readAgain(const ordered_json &item)
{
    ReadRecord read;
    readCslItem(item, read);
    return std::move(read.record);
}

/// What CSL has no variable for, or does not give back as it was, goes into "custom", as the CSL-JSON schema
/// provides.
ordered_json
winnowPart(const ExportRecord &exported, const ordered_json &item, const std::vector<RawField> &homeless)
{
    ordered_json part;
    put(part, "source", exported.source);
    const ordered_json told = toJson(readAgain(item));
    const ordered_json wanted = toJson(exported.record);
    ordered_json exact = ordered_json::object();
    for (const auto &[name, value] : wanted.items()) {
        if (!told.contains(name) || told[name] != value) {
            exact[name] = value;
        }
    }
    for (const auto &[name, value] : told.items()) {
        if (!wanted.contains(name)) {
            exact[name] = nullptr;
        }
    }
    if (!exact.empty()) {
        part["exact"] = std::move(exact);
    }
    if (!homeless.empty()) {
        part["extras"] = toJson(homeless);
    }
    if (!exported.decisions.empty()) {
        part["decisions"] = toJson(exported.decisions);
    }
    return part;
}

/// `number` names the item where the record has no key: CSL-JSON demands an id.
ordered_json toItem(const ExportRecord &exported, std::size_t number)
{
    const Record &record = exported.record;
    ordered_json item{{"id", record.key.empty() ? std::to_string(number) : record.key},
                      {"type", namesOf(record.type).csl}};
    put(item, "title", record.title);
    if (!record.authors.empty()) {
        item["author"] = names(record.authors);
    }
    if (record.date.year) {
        item["issued"] = issued(record.date);
    }
    put(item, "container-title", record.sourceTitle);
    put(item, "volume", record.volume);
    put(item, "issue", record.issue);
    put(item, "page", record.pageLast.empty() ? record.pageFirst : record.pageFirst + "-" + record.pageLast);
    put(item, "number", record.articleNumber);
    put(item, "DOI", record.doi);
    put(item, "PMID", record.pmid);
    put(item, "PMCID", record.pmcid);
    put(item, "ISSN", record.issn);
    put(item, "ISBN", record.isbn);
    put(item, "publisher", record.publisher);
    put(item, "language", record.language);
    put(item, "URL", record.url);
    std::string keywords;
    for (const std::string &keyword : record.keywords) {
        keywords += (keywords.empty() ? "" : "; ") + keyword;
    }
    put(item, "keyword", keywords);
    put(item, "abstract", record.abstractText);
    std::vector<RawField> homeless;
    ordered_json custom = ordered_json::object();
    for (const RawField &extra : exported.extras) {
        if (extra.name == "custom") {
            custom = ordered_json::parse(extra.value, nullptr, false);
            continue;
        }
        if (item.contains(extra.name)) {
            homeless.push_back(extra);
            continue;
        }
        ordered_json value = ordered_json::parse(extra.value, nullptr, false);
        item[extra.name] = value.is_discarded() ? ordered_json(extra.value) : std::move(value);
    }
    if (!custom.is_object()) {
        custom = ordered_json::object();
    }
    if (ordered_json own = winnowPart(exported, item, homeless); !own.empty()) {
        custom["winnow"] = std::move(own);
    }
    if (!custom.empty()) {
        item["custom"] = std::move(custom);
    }
    return item;
}

class CslWriter final : public RecordWriter
{
public:
    void begin(std::string &out) override { out += '['; }

    void record(const ExportRecord &exported, std::string &out) override
    {
        out += m_count == 0 ? "\n" : ",\n";
        out += toItem(exported, ++m_count).dump(2, ' ', false, ordered_json::error_handler_t::replace);
    }

    Result<void> end(std::string &out) override
    {
        out += "\n]\n";
        return {};
    }

private:
    std::size_t m_count = 0;
};

Detection detect(std::string_view head)
{
    const std::string_view text = trimmed(head);
    if (!text.starts_with('[') && !text.starts_with('{')) {
        return {};
    }
    const auto has = [&](std::string_view name) { return text.find(name) != std::string_view::npos; };
    if (has("\"winnow\"") && has("\"custom\"")) {
        return {92, "it is CSL-JSON that Winnow wrote", "Winnow"};
    }
    const bool hasTitle = has("\"title\"");
    if (hasTitle && (has("\"container-title\"") || has("\"issued\"") || has("\"DOI\""))) {
        return {90, "it is JSON with the variables of CSL", has("\"Crossref\"") ? "Crossref" : ""};
    }
    return hasTitle && has("\"type\"") ? Detection{50, "it is JSON with titles and types", {}} : Detection();
}

/// Crossref wraps what it sends: {"status": "ok", "message": {...}}.
void build(const ordered_json &item, ReadRecord &read)
{
    const bool isWrapped = item.contains("message") && item["message"].is_object();
    readCslItem(isWrapped ? item["message"] : item, read);
}

Result<void> read(TextInput &input, const ReadOptions & /*options*/, RecordSink &sink)
{
    return readJsonItems(input, sink, build);
}

/// Objects of the list, by their braces alone.
std::int64_t count(TextInput &input)
{
    std::int64_t records = 0;
    int depth = 0;
    bool isInString = false;
    bool isEscaped = false;
    bool isList = false;
    while (input.nextPiece()) {
        for (const char c : input.piece()) {
            if (isInString) {
                isInString = c != '"' || isEscaped;
                isEscaped = c == '\\' && !isEscaped;
            } else if (c == '"') {
                isInString = true;
            } else if (c == '{' || c == '[') {
                isList = isList || (depth == 0 && c == '[');
                records += static_cast<std::int64_t>(c == '{' && depth == (isList ? 1 : 0));
                ++depth;
            } else if (c == '}' || c == ']') {
                --depth;
            }
        }
    }
    return records;
}

} // namespace

const Format csl_json{
    "csl_json", "CSL-JSON", "json", detect, read, count, []() -> std::unique_ptr<RecordWriter> {
        return std::make_unique<CslWriter>();
    }};

} // namespace winnow::formats
