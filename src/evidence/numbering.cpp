#include "evidence/linked_rows.h"
#include "evidence/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace winnow::evidence {

namespace {

/// What a key is sorted by: author, year, title.
using SortName = std::tuple<std::string, int, std::string, std::string>;

/// Of a work that is no record of the review.
SortName sortNameOf(const Work &work)
{
    SortName name{{}, 0, {}, work.key};
    const auto item = nlohmann::json::parse(work.csl, nullptr, false);
    try {
        std::get<2>(name) = item.value("title", std::string());
        if (item.contains("author")) {
            const auto &author = item["author"].at(0);
            std::get<0>(name) = author.value("family", author.value("literal", std::string()));
        }
        std::get<1>(name) = item.at("issued").at("date-parts").at(0).at(0).get<int>();
    } catch (const nlohmann::json::exception &) {
        return name; // what it lacks sorts first
    }
    return name;
}

SortName sortNameOf(const std::string &key, const TableSet &set, const StudyIndex &studies)
{
    if (const StudyData *study = studies.find(key)) {
        const auto title = study->facts.find("title");
        return {
            study->author, study->year.value_or(0), title == study->facts.end() ? "" : title->second, key};
    }
    const auto work = std::ranges::find(set.works, key, &Work::key);
    return work == set.works.end() ? SortName{key, 0, {}, key} : sortNameOf(*work);
}

/// All keys in the order in which text and tables cite them, each once.
std::vector<std::string>
citedKeys(const TableSet &set, const StudyIndex &studies, std::span<const std::string> citedInText)
{
    std::vector<std::string> keys;
    std::unordered_set<std::string> seen;
    const auto cite = [&](const std::string &key) {
        if (seen.insert(key).second) {
            keys.push_back(key);
        }
    };
    std::ranges::for_each(citedInText, cite);
    for (const Table &table : set.tables) {
        if (std::ranges::find(table.columns, ColumnKind::References, &Column::kind) == table.columns.end()) {
            continue;
        }
        for (const LinkedRow &row : linkedRows(table, studies)) {
            std::ranges::for_each(row.keys, cite);
        }
    }
    return keys;
}

} // namespace

std::vector<ReferenceNumber>
numberReferences(const TableSet &set, const ReviewData &data, std::span<const std::string> citedInText)
{
    const StudyIndex studies(data);
    std::vector<std::string> keys = citedKeys(set, studies, citedInText);
    if (set.numbering == Numbering::Fixed) {
        std::vector<std::string> all = set.list;
        const std::unordered_set<std::string> listed(set.list.begin(), set.list.end());
        std::ranges::copy_if(
            keys, std::back_inserter(all), [&](const std::string &key) { return !listed.contains(key); });
        keys = std::move(all);
    } else if (set.numbering == Numbering::Alphabetical) {
        std::ranges::sort(keys, {}, [&](const std::string &key) { return sortNameOf(key, set, studies); });
    }
    std::vector<ReferenceNumber> literature;
    std::vector<ReferenceNumber> outside;
    int last = 0;
    for (std::string &key : keys) {
        const StudyData *study = studies.find(key);
        if (study != nullptr && study->isOutside) {
            outside.push_back({std::move(key), static_cast<int>(outside.size()) + 1, true});
        } else if (++last; !key.empty()) { // a number whose reference came to be one with another is left out
            literature.push_back({std::move(key), last, false});
        }
    }
    std::ranges::move(outside, std::back_inserter(literature));
    return literature;
}

void forEachKey(TableSet &set, const std::function<void(std::string &key)> &visit)
{
    const auto visitAll = [&](std::vector<std::string> &keys) {
        for (std::string &key : keys) {
            if (std::ranges::find(set.works, key, &Work::key) == set.works.end()) {
                visit(key);
            }
        }
    };
    for (Table &table : set.tables) {
        for (Row &row : table.rows) {
            visitAll(row.studies);
            for (Cell &cell : row.cells) {
                visitAll(cell.references);
            }
        }
    }
}

std::vector<std::string> writtenKeys(const TableSet &set)
{
    std::vector<std::string> keys;
    for (const Table &table : set.tables) {
        for (const Row &row : table.rows) {
            std::ranges::copy(row.studies, std::back_inserter(keys));
            for (const Cell &cell : row.cells) {
                std::ranges::copy(cell.references, std::back_inserter(keys));
            }
        }
    }
    return keys;
}

} // namespace winnow::evidence
