#include "evidence/table.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace winnow::evidence {

namespace {

constexpr int kShortestRun = 3; ///< CSL 1.0.2: two numbers in a row stay apart

} // namespace

std::string collapse(std::vector<int> numbers, const CitationStyle &style)
{
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::string text;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t end = i + 1;
        while (end < numbers.size() && numbers[end] == numbers[end - 1] + 1) {
            ++end;
        }
        const bool isRun = end - i >= kShortestRun;
        text += (text.empty() ? style.open : style.delimiter) + std::to_string(numbers[i]);
        if (isRun) {
            text += style.dash + std::to_string(numbers[end - 1]);
            i = end;
        } else {
            ++i;
        }
    }
    return text.empty() ? text : text + style.close;
}

std::vector<std::pair<std::string, int>> numberReferences(const TableSet &set)
{
    std::unordered_map<std::string_view, int> listed;
    if (set.numbering == Numbering::Fixed) {
        for (const std::string &key : set.list) {
            listed.try_emplace(key, static_cast<int>(listed.size()) + 1);
        }
    }
    // What the list lacks follows behind it, in the order in which it is cited.
    int next = static_cast<int>(listed.size()) + 1;
    std::vector<std::pair<std::string, int>> numbers;
    std::unordered_set<std::string_view> cited;
    for (const Table &table : set.tables) {
        for (const Row &row : table.rows) {
            for (const Cell &cell : row.cells) {
                for (const std::string &key : cell.references) {
                    if (cited.insert(key).second) {
                        const auto found = listed.find(key);
                        numbers.emplace_back(key, found == listed.end() ? next++ : found->second);
                    }
                }
            }
        }
    }
    return numbers;
}

namespace {

std::string namesOf(const std::vector<Table> &tables)
{
    std::string names;
    for (const Table &table : tables) {
        names += (names.empty() ? "" : ", ") + table.id;
    }
    return names.empty() ? "none" : names;
}

PrintedCell
printed(const Cell &cell, const std::unordered_map<std::string, int> &numbers, const CitationStyle &style)
{
    std::vector<int> cited;
    for (const std::string &key : cell.references) {
        cited.push_back(numbers.at(key));
    }
    PrintedCell result;
    result.text = cited.empty() ? cell.text : collapse(std::move(cited), style);
    result.items = cell.items;
    return result;
}

} // namespace

Result<PrintedTable> print(const TableSet &set, std::string_view id)
{
    const auto table = std::ranges::find(set.tables, id, &Table::id);
    if (table == set.tables.end()) {
        return Error{ErrorCode::NotFound,
                     "There is no table " + std::string(id) + "; there are " + namesOf(set.tables) + ".",
                     {},
                     {}};
    }
    const auto list = numberReferences(set);
    const std::unordered_map<std::string, int> numbers(list.begin(), list.end());
    PrintedTable result;
    result.id = table->id;
    result.caption = table->caption;
    for (const Column &column : table->columns) {
        result.columns.push_back(
            {.name = column.name, .isReferences = column.kind == ColumnKind::References});
    }
    for (const Row &row : table->rows) {
        std::vector<PrintedCell> cells;
        for (const Cell &cell : row.cells) {
            cells.push_back(printed(cell, numbers, set.style));
        }
        result.rows.push_back({std::move(cells), row.note});
    }
    return result;
}

} // namespace winnow::evidence
