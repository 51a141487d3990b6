#include "app/facets.h"

#include "app/labels.h"
#include "app/merged_record.h"
#include "app/search_sources.h"
#include "app/standing.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <unordered_map>

namespace winnow::app {

namespace {

constexpr std::array<std::string_view, kFacets.size()> kNames{
    "source", "year", "type", "language", "title", "title-abstract", "full-text", "label"};

constexpr std::array kStates{screening::State::Undecided,
                             screening::State::Include,
                             screening::State::Exclude,
                             screening::State::Maybe,
                             screening::State::Conflict,
                             screening::State::Pending};

constexpr int kDecade = 10;

std::optional<int> number(std::string_view text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() && !text.empty()
               ? std::optional(value)
               : std::nullopt;
}

int decadeOf(int year)
{
    return year - year % kDecade;
}

/// Whether a year is one of "2010-2019", or "2013" itself.
bool isWithin(const std::string &year, std::string_view range)
{
    const std::size_t dash = range.find('-', 1);
    const auto value = number(year);
    if (dash == std::string_view::npos || !value) {
        return year == range;
    }
    const auto from = number(range.substr(0, dash));
    const auto to = number(range.substr(dash + 1));
    return from && to && *from <= *value && *value <= *to;
}

/// The facts of a record that do not change while it is in the review.
struct Facts
{
    std::string type;
    std::string language;
    std::optional<int> year;

    bool operator==(const Facts &) const = default;
};

struct Group
{
    Facts facts;
    std::vector<std::string> sources; ///< each once
    bool isOfOneMind = true;          ///< all members say the same
};

Result<std::map<RecordId, Group>> readGroups(Workspace &workspace)
{
    auto sources = sourcesOfSearches(workspace);
    if (!sources) {
        return std::move(sources).error();
    }
    std::map<RecordId, Group> groups;
    auto read = workspace.records().forEachListed([&](const store::ListedRecord &record) {
        const auto [place, isNew] = groups.try_emplace(record.kept);
        Group &group = place->second;
        Facts facts{std::string(record.type), std::string(record.language), record.year};
        if (isNew) {
            group.facts = std::move(facts);
        } else {
            group.isOfOneMind = group.isOfOneMind && group.facts == facts;
        }
        const std::string &source = (*sources)[record.search].name;
        if (std::ranges::find(group.sources, source) == group.sources.end()) {
            group.sources.push_back(source);
        }
    });
    if (!read) {
        return std::move(read).error();
    }
    for (auto &[kept, group] : groups) {
        if (group.isOfOneMind) {
            continue;
        }
        auto merged = mergedRecord(workspace, kept);
        if (!merged) {
            return std::move(merged).error();
        }
        const Record &record = merged->record;
        group.facts = {std::string(namesOf(record.type).id), record.language, record.date.year};
    }
    return groups;
}

/// Of the years 2010 and later every one where the newest is of 2020 to 2029, before that the decades.
int firstSingleYear(const std::vector<std::string> &years)
{
    int newest = 0;
    for (const std::string &year : years) {
        newest = std::max(newest, number(year).value_or(0));
    }
    return decadeOf(newest - kDecade + 1);
}

std::string yearRange(const std::string &year, int firstSingle)
{
    const auto value = number(year);
    if (!value || *value >= firstSingle) {
        return year;
    }
    const int decade = decadeOf(*value);
    return std::to_string(decade) + "-" + std::to_string(decade + kDecade - 1);
}

} // namespace

std::string_view toString(Facet facet)
{
    return kNames.at(static_cast<std::size_t>(facet));
}

std::optional<Facet> facetFromString(std::string_view name)
{
    const auto found = std::ranges::find(kNames, name);
    return found == kNames.end()
               ? std::nullopt
               : std::optional(kFacets.at(static_cast<std::size_t>(found - kNames.begin())));
}

Facet facetOf(Stage stage)
{
    constexpr std::array kOfStages{Facet::Title, Facet::TitleAbstract, Facet::FullText};
    return kOfStages.at(static_cast<std::size_t>(stage));
}

/// Takes the values of one record after the other and puts their names in order at the end.
class FacetTable::Builder
{
public:
    enum class Order { ByCount, ByName, Newest, AsGiven };

    void add(const std::string &value)
    {
        const auto [place, isNew] = m_codeOf.try_emplace(value, m_column.names.size());
        if (isNew) {
            m_column.names.push_back(value);
            m_records.push_back(0);
        }
        ++m_records[place->second];
        m_column.codes.push_back(static_cast<std::uint32_t>(place->second));
    }

    void endRecord() { m_column.first.push_back(static_cast<std::uint32_t>(m_column.codes.size())); }

    [[nodiscard]] std::shared_ptr<const Column> finish(Order order)
    {
        std::vector<std::uint32_t> codes(m_column.names.size());
        std::iota(codes.begin(), codes.end(), 0U);
        const auto &names = m_column.names;
        if (order == Order::ByName) {
            std::ranges::sort(codes, {}, [&](std::uint32_t code) { return names[code]; });
        } else if (order == Order::Newest) {
            std::ranges::sort(codes, std::ranges::greater{}, [&](std::uint32_t code) {
                return number(names[code]).value_or(0);
            });
        } else if (order == Order::ByCount) {
            std::ranges::sort(
                codes, {}, [&](std::uint32_t code) { return std::pair(-m_records[code], names[code]); });
        }
        std::vector<std::uint32_t> newCode(codes.size());
        std::vector<std::string> ordered;
        for (const std::uint32_t code : codes) {
            newCode[code] = static_cast<std::uint32_t>(ordered.size());
            ordered.push_back(names[code]);
        }
        for (std::uint32_t &code : m_column.codes) {
            code = newCode[code];
        }
        m_column.names = std::move(ordered);
        return std::make_shared<const Column>(std::move(m_column));
    }

private:
    Column m_column;
    std::unordered_map<std::string, std::size_t> m_codeOf;
    std::vector<std::int64_t> m_records; ///< by code
};

Result<std::shared_ptr<const FacetTable>>
FacetTable::read(Workspace &workspace, const FacetTable *before, Stale stale)
{
    auto table = before == nullptr ? std::make_shared<FacetTable>() : std::make_shared<FacetTable>(*before);
    if (before == nullptr || stale == Stale::All) {
        if (auto done = table->readRecords(workspace); !done) {
            return std::move(done).error();
        }
    }
    if (before == nullptr || stale != Stale::Marks) {
        if (auto done = table->readVerdicts(workspace); !done) {
            return std::move(done).error();
        }
    }
    if (auto done = table->readMarks(workspace); !done) {
        return std::move(done).error();
    }
    return std::shared_ptr<const FacetTable>(std::move(table));
}

Result<void> FacetTable::readRecords(Workspace &workspace)
{
    auto groups = readGroups(workspace);
    if (!groups) {
        return std::move(groups).error();
    }
    std::vector<RecordId> records;
    records.reserve(groups->size());
    Builder sources;
    Builder years;
    Builder types;
    Builder languages;
    for (const auto &[record, group] : *groups) {
        records.push_back(record);
        for (const std::string &source : group.sources) {
            sources.add(source);
        }
        years.add(group.facts.year ? std::to_string(*group.facts.year) : std::string());
        types.add(group.facts.type);
        languages.add(group.facts.language);
        for (Builder *builder : {&sources, &years, &types, &languages}) {
            builder->endRecord();
        }
    }
    m_records = std::make_shared<const std::vector<RecordId>>(std::move(records));
    const auto set = [this](Facet facet, Builder &builder, Builder::Order order) {
        m_columns.at(static_cast<std::size_t>(facet)) = builder.finish(order);
    };
    set(Facet::Source, sources, Builder::Order::ByCount);
    set(Facet::Year, years, Builder::Order::Newest);
    set(Facet::Type, types, Builder::Order::ByCount);
    set(Facet::Language, languages, Builder::Order::ByCount);
    return {};
}

Result<void> FacetTable::readVerdicts(Workspace &workspace)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto all = standings->all(workspace);
    if (!all) {
        return std::move(all).error();
    }
    for (const Stage stage : kStages) {
        auto column = std::make_shared<Column>();
        for (const screening::State state : kStates) {
            column->names.emplace_back(screening::toString(state));
        }
        for (const RecordId record : *m_records) {
            const auto standing = all->find(record);
            const auto state =
                standing == all->end() ? screening::State::Undecided : standing->second.seen[stage].state;
            column->codes.push_back(static_cast<std::uint32_t>(state));
            column->first.push_back(static_cast<std::uint32_t>(column->codes.size()));
        }
        m_columns.at(static_cast<std::size_t>(facetOf(stage))) =
            standings->settings(stage).isUsed ? std::move(column) : nullptr;
    }
    return {};
}

Result<void> FacetTable::readMarks(Workspace &workspace)
{
    auto labels = recordsOfLabels(workspace);
    auto notes = notesOfRecords(workspace);
    if (!labels || !notes) {
        return !labels ? std::move(labels).error() : std::move(notes).error();
    }
    std::unordered_map<RecordId, std::vector<const std::string *>> labelsOf;
    for (const auto &[label, records] : *labels) {
        for (const RecordId record : records) {
            labelsOf[record].push_back(&label);
        }
    }
    Builder builder;
    for (const RecordId record : *m_records) {
        if (const auto own = labelsOf.find(record); own != labelsOf.end()) {
            for (const std::string *label : own->second) {
                builder.add(*label);
            }
        }
        builder.endRecord();
    }
    m_columns.at(static_cast<std::size_t>(Facet::Label)) = builder.finish(Builder::Order::ByName);
    std::map<RecordId, std::string> texts;
    for (const auto &[record, ofReviewers] : *notes) {
        std::string &text = texts[record];
        for (const RecordNote &note : ofReviewers) {
            text.append(text.empty() ? "" : "; ").append(note.text);
        }
    }
    m_notes = std::make_shared<const std::map<RecordId, std::string>>(std::move(texts));
    return {};
}

/// By code, whether a record with it has what is wanted.
std::vector<std::uint8_t>
FacetTable::accepted(Facet facet, const Column &column, const std::set<std::string> &values)
{
    std::vector<std::uint8_t> isAccepted;
    isAccepted.reserve(column.names.size());
    for (const std::string &name : column.names) {
        const auto isIn = [&name](const std::string &value) { return isWithin(name, value); };
        isAccepted.push_back(values.contains(name) ||
                             (facet == Facet::Year && std::ranges::any_of(values, isIn)));
    }
    return isAccepted;
}

Narrowed FacetTable::narrow(std::span<const RecordId> records, const FacetChoice &choice) const
{
    struct Asked
    {
        const Column *column = nullptr;
        bool isNarrowing = false;
        std::vector<std::uint8_t> isAccepted;
        std::vector<std::int64_t> counts;
    };

    std::array<Asked, kFacets.size()> asked;
    for (std::size_t i = 0; i < asked.size(); ++i) {
        asked[i].column = m_columns[i].get();
        if (asked[i].column == nullptr) {
            continue;
        }
        asked[i].counts.resize(asked[i].column->names.size());
        const auto chosen = choice.find(kFacets[i]);
        asked[i].isNarrowing = chosen != choice.end() && !chosen->second.empty();
        if (asked[i].isNarrowing) {
            asked[i].isAccepted = accepted(kFacets[i], *asked[i].column, chosen->second);
        }
    }
    const auto has = [](const Asked &facet, std::size_t place) {
        const Column &column = *facet.column;
        return std::any_of(column.codes.begin() + column.first[place],
                           column.codes.begin() + column.first[place + 1],
                           [&](std::uint32_t code) { return facet.isAccepted[code] != 0; });
    };
    Narrowed narrowed;
    std::size_t place = 0;
    for (const RecordId record : records) {
        while (place < m_records->size() && (*m_records)[place] < record) {
            ++place;
        }
        if (place == m_records->size() || (*m_records)[place] != record) {
            continue;
        }
        // A record that fails one facet only counts there: so the others of that facet can be chosen.
        const Asked *failed = nullptr;
        int failures = 0;
        for (const Asked &facet : asked) {
            if (facet.isNarrowing && !has(facet, place)) {
                failed = &facet;
                ++failures;
            }
        }
        if (failures == 0) {
            narrowed.records.push_back(record);
        }
        for (Asked &facet : asked) {
            if (facet.column != nullptr && (failures == 0 || (failures == 1 && failed == &facet))) {
                for (auto at = facet.column->first[place]; at < facet.column->first[place + 1]; ++at) {
                    ++facet.counts[facet.column->codes[at]];
                }
            }
        }
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (asked[i].column != nullptr) {
            narrowed.counts[kFacets[i]] = shownCounts(kFacets[i], asked[i].counts, choice);
        }
    }
    return narrowed;
}

std::vector<FacetCount>
FacetTable::shownCounts(Facet facet, const std::vector<std::int64_t> &byCode, const FacetChoice &choice) const
{
    const Column &column = *m_columns.at(static_cast<std::size_t>(facet));
    const int firstSingle = facet == Facet::Year ? firstSingleYear(column.names) : 0;
    std::vector<FacetCount> shown;
    for (std::size_t code = 0; code < byCode.size(); ++code) {
        const std::string value =
            facet == Facet::Year ? yearRange(column.names[code], firstSingle) : column.names[code];
        if (shown.empty() || shown.back().value != value) {
            shown.push_back({value, 0});
        }
        shown.back().records += byCode[code];
    }
    const auto chosen = choice.find(facet);
    const std::set<std::string> none;
    const std::set<std::string> &values = chosen == choice.end() ? none : chosen->second;
    std::erase_if(
        shown, [&](const FacetCount &count) { return count.records == 0 && !values.contains(count.value); });
    for (const std::string &value : values) {
        if (std::ranges::find(shown, value, &FacetCount::value) != shown.end()) {
            continue;
        }
        const std::vector<std::uint8_t> isIn = accepted(facet, column, {value});
        FacetCount count{value, 0};
        for (std::size_t code = 0; code < byCode.size(); ++code) {
            count.records += isIn[code] != 0 ? byCode[code] : 0;
        }
        shown.push_back(std::move(count));
    }
    return shown;
}

std::optional<std::size_t> FacetTable::placeOf(RecordId record) const
{
    const auto found = std::ranges::lower_bound(*m_records, record);
    return found == m_records->end() || *found != record
               ? std::nullopt
               : std::optional(static_cast<std::size_t>(found - m_records->begin()));
}

std::vector<std::string> FacetTable::valuesOf(RecordId record, Facet facet) const
{
    const Column *column = m_columns.at(static_cast<std::size_t>(facet)).get();
    const auto place = placeOf(record);
    std::vector<std::string> values;
    if (column != nullptr && place) {
        for (auto at = column->first[*place]; at < column->first[*place + 1]; ++at) {
            values.push_back(column->names[column->codes[at]]);
        }
    }
    return values;
}

std::string FacetTable::noteOf(RecordId record) const
{
    const auto found = m_notes->find(record);
    return found == m_notes->end() ? std::string() : found->second;
}

bool FacetTable::isUsed(Facet facet) const
{
    const auto &column = m_columns.at(static_cast<std::size_t>(facet));
    return column != nullptr && !column->names.empty();
}

} // namespace winnow::app
