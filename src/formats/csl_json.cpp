#include "formats/format.h"

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

/// What CSL has no variable for goes into "custom", as the CSL-JSON schema provides.
ordered_json winnowPart(const ExportRecord &exported)
{
    ordered_json decisions = ordered_json::array();
    for (const Decision &decision : exported.decisions) {
        ordered_json entry{{"stage", toString(decision.stage)},
                           {"verdict", toString(decision.verdict)},
                           {"reviewer", decision.reviewer}};
        put(entry, "reason", decision.reason);
        put(entry, "note", decision.note);
        decisions.push_back(std::move(entry));
    }
    ordered_json part;
    put(part, "source", exported.source);
    part["type"] = namesOf(exported.record.type).id;
    put(part, "eid", exported.record.eid);
    if (!exported.record.indexTerms.empty()) {
        part["index_terms"] = exported.record.indexTerms;
    }
    part["decisions"] = std::move(decisions);
    return {{"winnow", std::move(part)}};
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
    item["custom"] = winnowPart(exported);
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

    void end(std::string &out) override { out += "\n]\n"; }

private:
    std::size_t m_count = 0;
};

} // namespace

const Format csl_json{
    "csl_json", "CSL-JSON", "json", nullptr, nullptr, nullptr, []() -> std::unique_ptr<RecordWriter> {
        return std::make_unique<CslWriter>();
    }};

} // namespace winnow::formats
