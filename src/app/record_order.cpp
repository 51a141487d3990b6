#include "app/record_order.h"

#include "app/merged_record.h"
#include "screening/outcome.h"
#include "text/fold.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace winnow::app {

namespace {

constexpr std::size_t kDigits = 12; ///< of the longest number that is sorted as one

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAsciiSign(char c)
{
    return static_cast<unsigned char>(c) < 0x80U && !isDigit(c) && !(c >= 'a' && c <= 'z');
}

/// What texts are compared by.
std::string foldedText(std::string_view text)
{
    std::string folded = text::fold(text);
    const auto first = std::ranges::find_if_not(folded, isAsciiSign);
    if (first != folded.end()) {
        folded.erase(folded.begin(), first);
    }
    return folded;
}

/// "K2" before "K10".
std::string foldedKey(std::string_view key)
{
    std::string folded;
    std::string digits;
    const auto addNumber = [&] {
        if (!digits.empty()) {
            folded.append(digits.size() < kDigits ? kDigits - digits.size() : 0, '0').append(digits);
            digits.clear();
        }
    };
    for (const char c : text::fold(key)) {
        if (isDigit(c)) {
            digits += c;
        } else {
            addNumber();
            folded += c;
        }
    }
    addNumber();
    return folded;
}

std::string authorText(const std::vector<PersonName> &authors)
{
    std::string text;
    for (const PersonName &author : authors) {
        text += author.family + "\t" + author.given + "\n";
    }
    return text;
}

std::string yearText(std::optional<int> year)
{
    return year ? foldedKey(std::to_string(*year)) : std::string();
}

std::string typeText(RecordType type)
{
    return foldedText(namesOf(type).label);
}

std::string ofListed(const store::ListedRecord &record, OrderBy by)
{
    switch (by) {
    case OrderBy::Key:
        return foldedKey(record.key.empty() ? std::to_string(record.id.value) : std::string(record.key));
    case OrderBy::Title:
        return foldedText(record.title);
    case OrderBy::Authors:
        return foldedText(record.authors);
    case OrderBy::Year:
        return yearText(record.year);
    case OrderBy::SourceTitle:
        return foldedText(record.sourceTitle);
    case OrderBy::Type:
        return typeText(recordTypeFromId(record.type).value_or(RecordType::Other));
    case OrderBy::Language:
        return foldedText(record.language);
    case OrderBy::Doi:
        return foldedKey(record.doi);
    default:
        return {};
    }
}

std::string ofMerged(const Record &record, OrderBy by)
{
    switch (by) {
    case OrderBy::Title:
        return foldedText(record.title);
    case OrderBy::Authors:
        return foldedText(authorText(record.authors));
    case OrderBy::Year:
        return yearText(record.date.year);
    case OrderBy::SourceTitle:
        return foldedText(record.sourceTitle);
    case OrderBy::Type:
        return typeText(record.type);
    case OrderBy::Language:
        return foldedText(record.language);
    case OrderBy::Doi:
        return foldedKey(record.doi);
    default:
        return {};
    }
}

using Said = std::vector<std::pair<std::string, RecordId>>;

/// What is in the records themselves, by the records that stand for groups, as their groups say it.
Result<Said> saidByRecords(Workspace &workspace, OrderBy by)
{
    std::map<RecordId, std::string> texts;
    std::set<RecordId> ofSeveralMinds;
    auto read = workspace.records().forEachListed([&](const store::ListedRecord &record) {
        if (record.id == record.kept) {
            texts[record.id] = ofListed(record, by);
        } else if (by != OrderBy::Key) {
            ofSeveralMinds.insert(record.kept);
        }
    });
    if (!read) {
        return std::move(read).error();
    }
    for (const RecordId kept : ofSeveralMinds) {
        auto merged = mergedRecord(workspace, kept);
        if (!merged) {
            return std::move(merged).error();
        }
        texts[kept] = ofMerged(merged->record, by);
    }
    Said said;
    said.reserve(texts.size());
    for (auto &[record, text] : texts) {
        said.emplace_back(std::move(text), record);
    }
    return said;
}

/// Of the last stage at which anything was said.
std::string verdictText(const FacetTable &table, RecordId record)
{
    using screening::State;
    for (const Facet facet : {Facet::FullText, Facet::TitleAbstract, Facet::Title}) {
        const auto values = table.valuesOf(record, facet);
        if (!values.empty() && values.front() != screening::toString(State::Undecided)) {
            constexpr std::array kOrder{
                State::Include, State::Maybe, State::Conflict, State::Pending, State::Exclude};
            const auto place = std::ranges::find(kOrder, values.front(), screening::toString);
            return std::string(1, static_cast<char>('0' + (place - kOrder.begin())));
        }
    }
    return {};
}

std::string joined(const std::vector<std::string> &values)
{
    std::string text;
    for (const std::string &value : values) {
        text += value + "\n";
    }
    return foldedText(text);
}

std::string ofTable(const FacetTable &table, RecordId record, OrderBy by)
{
    switch (by) {
    case OrderBy::Verdict:
        return verdictText(table, record);
    case OrderBy::Sources:
        return joined(table.valuesOf(record, Facet::Source));
    case OrderBy::Labels:
        return joined(table.valuesOf(record, Facet::Label));
    case OrderBy::Note:
        return foldedText(table.noteOf(record));
    default:
        return {};
    }
}

Result<Said> saidOf(Workspace &workspace, const FacetTable &table, OrderBy by)
{
    constexpr std::array kOfTable{
        OrderBy::Import, OrderBy::Verdict, OrderBy::Sources, OrderBy::Labels, OrderBy::Note};
    if (std::ranges::find(kOfTable, by) == kOfTable.end()) {
        return saidByRecords(workspace, by);
    }
    Said said;
    said.reserve(table.records().size());
    for (const RecordId record : table.records()) {
        said.emplace_back(ofTable(table, record, by), record);
    }
    return said;
}

} // namespace

Result<RecordOrder> recordOrder(Workspace &workspace, const FacetTable &table, OrderBy by)
{
    auto said = saidOf(workspace, table, by);
    if (!said) {
        return std::move(said).error();
    }
    std::ranges::sort(*said, [](const auto &a, const auto &b) {
        return a.first.empty() != b.first.empty() ? b.first.empty() : a < b;
    });
    RecordOrder order;
    order.records.reserve(said->size());
    for (std::size_t i = 0; i < said->size(); ++i) {
        order.records.push_back((*said)[i].second);
        order.saying += (*said)[i].first.empty() ? 0 : 1;
        if (i + 1 == said->size() || (*said)[i + 1].first != (*said)[i].first) {
            order.ends.push_back(i + 1);
        }
    }
    return order;
}

std::vector<RecordId> inOrder(const RecordOrder &order, std::span<const RecordId> records, bool isDescending)
{
    const std::int64_t last = records.empty() ? 0 : records.back().value;
    std::vector<bool> isWanted(static_cast<std::size_t>(last) + 1);
    for (const RecordId record : records) {
        isWanted[static_cast<std::size_t>(record.value)] = true;
    }
    std::vector<RecordId> listed;
    listed.reserve(records.size());
    const auto add = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            const RecordId record = order.records[i];
            if (record.value <= last && isWanted[static_cast<std::size_t>(record.value)]) {
                listed.push_back(record);
            }
        }
    };
    if (!isDescending) {
        add(0, order.records.size());
        return listed;
    }
    const auto silent = std::ranges::find(order.ends, order.saying);
    for (auto end = order.saying == 0 ? order.ends.begin() : std::next(silent); end != order.ends.begin();) {
        --end;
        add(end == order.ends.begin() ? 0 : *std::prev(end), *end);
    }
    add(order.saying, order.records.size());
    return listed;
}

} // namespace winnow::app
