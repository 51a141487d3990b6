#include "app/reference_list.h"

#include "app/merged_record.h"
#include "app/outside_evidence.h"
#include "app/record_keys.h"
#include "evidence/bibliography.h"
#include "formats/format.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_map>

namespace winnow::app {

namespace {

using evidence::ReferenceNumber;
using nlohmann::json;
using publish::ReferenceEntry;

/// "[3]"; "3." where numbers stand alone.
std::string labelOf(const ReferenceNumber &number, const evidence::CitationStyle &style)
{
    const std::string text = (number.isOutside ? style.outside : "") + std::to_string(number.number);
    const std::string &open = style.eachOpen.empty() ? style.open : style.eachOpen;
    const std::string &close = style.eachClose.empty() ? style.close : style.eachClose;
    return open.empty() && close.empty() ? text + "." : open + text + close;
}

/// What is known of a record, for those who want more than the reference.
std::vector<std::pair<std::string, std::string>> factsOf(const Record &record)
{
    std::vector<std::pair<std::string, std::string>> facts;
    const auto add = [&](const char *name, const std::string &text) {
        if (!text.empty()) {
            facts.emplace_back(name, text);
        }
    };
    std::string keywords;
    for (const std::string &keyword : record.keywords) {
        keywords += (keywords.empty() ? "" : "; ") + keyword;
    }
    add("Title", record.title);
    add("Abstract", record.abstractText);
    add("Keywords", keywords);
    add("DOI", record.doi);
    add("PMID", record.pmid);
    add("Scopus EID", record.eid);
    add("Language", record.language);
    return facts;
}

class Builder
{
public:
    Builder(Workspace &workspace, const evidence::TableSet &set)
        : m_workspace(workspace)
        , m_set(set)
    {}

    Result<void> add(const ReferenceNumber &number)
    {
        const auto work = std::ranges::find(m_set.works, number.key, &evidence::Work::key);
        if (work != m_set.works.end()) {
            addItem(json::parse(work->csl, nullptr, false), number, {});
            return {};
        }
        auto record = recordFromKey(m_workspace, number.key);
        if (!record) {
            addItem({{"id", number.key}, {"title", number.key}, {"type", "document"}}, number, {});
            return {};
        }
        auto kept = m_workspace.judgement().keptFor(*record);
        auto merged =
            kept ? mergedRecord(m_workspace, *kept) : Result<dedupe::MergedRecord>(std::move(kept).error());
        if (!merged) {
            return std::move(merged).error();
        }
        auto item = itemOf(merged->record);
        if (!item) {
            return std::move(item).error();
        }
        addItem(*std::move(item), number, factsOf(merged->record));
        return {};
    }

    Result<ReferenceList> finish(const Task &task) &&
    {
        ReferenceList list;
        const std::string items = m_items.dump(-1, ' ', false, json::error_handler_t::replace);
        auto printed = evidence::referencesInStyle(items, m_set.bibliographyStyle, task);
        if (!printed) {
            if (printed.error().code == ErrorCode::Cancelled) {
                return std::move(printed).error();
            }
            list.notice = printed.error().message;
            printed = evidence::plainReferences(items);
        }
        std::unordered_map<std::string, std::size_t> places;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            places.emplace(m_entries[i].key, i);
        }
        for (const evidence::PrintedReference &reference : *printed) {
            const auto place = places.find(reference.key);
            if (place == places.end()) {
                continue;
            }
            for (const evidence::ReferenceRun &run : reference.runs) {
                m_entries[place->second].runs.push_back(
                    {run.text, run.isBold, run.isItalic, run.isSuperscript, {}, run.address});
            }
        }
        list.literature = std::move(m_entries);
        return list;
    }

private:
    /// The item of CSL-JSON that an export of the record would hold.
    static Result<json> itemOf(const Record &record)
    {
        const auto writer = formats::findFormat("csl_json")->writer();
        std::string text;
        writer->begin(text);
        writer->record({record, {}, {}, {}}, text);
        if (auto ended = writer->end(text); !ended) {
            return std::move(ended).error();
        }
        json items = json::parse(text, nullptr, false);
        return items.is_array() && !items.empty() ? items.front() : json::object();
    }

    void
    addItem(json item, const ReferenceNumber &number, std::vector<std::pair<std::string, std::string>> facts)
    {
        if (!item.is_object()) {
            item = json::object();
        }
        item["id"] = number.key;
        m_items.push_back(std::move(item));
        m_entries.push_back({number.key, labelOf(number, m_set.style), {}, std::move(facts)});
    }

    Workspace &m_workspace;
    const evidence::TableSet &m_set;
    json m_items = json::array();
    std::vector<ReferenceEntry> m_entries;
};

/// "Interview. Head of the MSME office, Tanjung Pandan, 2024-05."
ReferenceEntry entryOf(const OutsideEvidence &evidence, const std::string &label)
{
    ReferenceEntry entry{evidence.key, label, {}, {}};
    entry.runs.push_back({std::string(app::labelOf(evidence.kind)) + ". "});
    entry.runs.push_back({evidence.title, false, true});
    std::string rest;
    for (const std::string *part : {&evidence.who, &evidence.place, &evidence.date}) {
        rest += part->empty() ? "" : ", " + *part;
    }
    entry.runs.push_back({rest + "."});
    if (!evidence.address.empty()) {
        entry.runs.push_back({" "});
        entry.runs.push_back({evidence.address, false, false, false, {}, evidence.address});
    }
    if (!evidence.text.empty()) {
        entry.record.emplace_back("What was found", evidence.text);
    }
    return entry;
}

} // namespace

Result<ReferenceList> referenceList(Workspace &workspace,
                                    const evidence::TableSet &set,
                                    std::span<const evidence::ReferenceNumber> numbers,
                                    const Task &task)
{
    auto evidence = outsideEvidence(workspace);
    if (!evidence) {
        return std::move(evidence).error();
    }
    Builder builder(workspace, set);
    std::vector<ReferenceEntry> outside;
    for (const ReferenceNumber &number : numbers) {
        const auto found = std::ranges::find(*evidence, number.key, &OutsideEvidence::key);
        if (found != evidence->end()) {
            outside.push_back(entryOf(*found, labelOf(number, set.style)));
        } else if (auto added = builder.add(number); !added) {
            return std::move(added).error();
        }
        if (task.isStopped()) {
            return Task::stoppedError();
        }
    }
    auto list = std::move(builder).finish(task);
    if (list) {
        list->outside = std::move(outside);
    }
    return list;
}

} // namespace winnow::app
