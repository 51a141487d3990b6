#include "app/compare_records.h"

#include "app/record_keys.h"
#include "dedupe/merge.h"

#include <algorithm>
#include <array>

namespace winnow::app {

namespace {

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words) {
        text += (text.empty() ? "" : "; ") + word;
    }
    return text;
}

std::string authorsOf(const Record &record)
{
    std::vector<std::string> names;
    for (const PersonName &author : record.authors) {
        names.push_back(author.family + (author.given.empty() ? "" : ", " + author.given));
    }
    return joined(names);
}

/// "2020-03-15", as far as it is known.
std::string dateOf(const Record &record)
{
    std::string text;
    for (const std::optional<int> part : {record.date.year, record.date.month, record.date.day}) {
        if (!part) {
            break;
        }
        text += (text.empty() ? "" : *part < 10 ? "-0" : "-") + std::to_string(*part);
    }
    return text;
}

std::string pagesOf(const Record &record)
{
    if (record.pageFirst.empty()) {
        return record.articleNumber;
    }
    return record.pageFirst + (record.pageLast.empty() ? "" : "-" + record.pageLast);
}

std::string typeOf(const Record &record)
{
    return std::string(winnow::namesOf(record.type).label);
}

template <std::string Record::*member>
std::string plain(const Record &record)
{
    return record.*member;
}

struct Field
{
    std::string_view name;
    std::string (*text)(const Record &record);
};

/// In the order in which people compare.
constexpr std::array kFields{
    Field{"title", plain<&Record::title>},
    Field{"authors", authorsOf},
    Field{"date", dateOf},
    Field{"source_title", plain<&Record::sourceTitle>},
    Field{"volume", plain<&Record::volume>},
    Field{"issue", plain<&Record::issue>},
    Field{"pages", pagesOf},
    Field{"type", typeOf},
    Field{"doi", plain<&Record::doi>},
    Field{"pmid", plain<&Record::pmid>},
    Field{"pmcid", plain<&Record::pmcid>},
    Field{"abstract", plain<&Record::abstractText>},
    Field{"keywords", [](const Record &record) { return joined(record.keywords); }},
    Field{"index_terms", [](const Record &record) { return joined(record.indexTerms); }},
    Field{"language", plain<&Record::language>},
    Field{"publisher", plain<&Record::publisher>},
    Field{"issn", plain<&Record::issn>},
    Field{"isbn", plain<&Record::isbn>},
    Field{"url", plain<&Record::url>},
};

/// Which member a merged record has a field from.
std::size_t takenFrom(const dedupe::MergedRecord &merged,
                      const std::vector<dedupe::Member> &members,
                      std::string_view field)
{
    const auto origin = std::ranges::find(merged.origins, field, &dedupe::FieldOrigin::field);
    if (origin == merged.origins.end()) {
        return 0;
    }
    return static_cast<std::size_t>(std::ranges::find(members, origin->from, &dedupe::Member::id) -
                                    members.begin());
}

} // namespace

bool ComparedField::isSame() const
{
    const std::string *first = nullptr;
    for (const std::string &value : values) {
        if (value.empty()) {
            continue;
        }
        if (first != nullptr && value != *first) {
            return false;
        }
        first = &value;
    }
    return true;
}

Result<RecordComparison>
compareRecords(Workspace &workspace, std::span<const RecordId> records, std::span<const FieldChoice> chosen)
{
    auto ids = membersTogether(workspace, records);
    if (!ids) {
        return std::move(ids).error();
    }
    auto keys = keysOf(workspace, *ids);
    auto choices = workspace.judgement().chosenFields(*ids);
    if (!keys || !choices) {
        return !keys ? std::move(keys).error() : std::move(choices).error();
    }
    choices->insert(choices->end(), chosen.begin(), chosen.end());
    RecordComparison comparison;
    std::vector<dedupe::Member> members;
    for (std::size_t i = 0; i < ids->size(); ++i) {
        auto record = workspace.records().get((*ids)[i]);
        auto source = workspace.records().source((*ids)[i]);
        if (!record || !source) {
            return !record ? std::move(record).error() : std::move(source).error();
        }
        comparison.records.push_back({(*ids)[i], std::move((*keys)[i]), std::move(source->name)});
        members.push_back({(*ids)[i], *std::move(record)});
    }
    const dedupe::MergedRecord merged = dedupe::merge(members, *choices);
    for (const Field &field : kFields) {
        ComparedField compared{field.name, {}, takenFrom(merged, members, field.name)};
        for (const dedupe::Member &member : members) {
            compared.values.push_back(field.text(member.record));
        }
        if (std::ranges::any_of(compared.values, [](const std::string &value) { return !value.empty(); })) {
            comparison.fields.push_back(std::move(compared));
        }
    }
    return comparison;
}

} // namespace winnow::app
