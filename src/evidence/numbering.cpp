#include "evidence/table.h"

#include <algorithm>

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
    std::vector<std::pair<std::string, int>> numbers;
    const auto cite = [&](const std::string &key) {
        if (std::ranges::find(numbers, key, [](const auto &entry) { return entry.first; }) != numbers.end()) {
            return;
        }
        int number = static_cast<int>(numbers.size()) + 1;
        if (set.numbering == Numbering::Fixed) {
            number = static_cast<int>(std::ranges::find(set.list, key) - set.list.begin()) + 1;
        }
        numbers.emplace_back(key, number);
    };
    for (const Table &table : set.tables) {
        for (const Row &row : table.rows) {
            for (const Cell &cell : row.cells) {
                std::ranges::for_each(cell.references, cite);
            }
        }
    }
    return numbers;
}

Result<PrintedTable> print(const TableSet &set, std::string_view id)
{
    const auto table = std::ranges::find(set.tables, id, &Table::id);
    if (table == set.tables.end()) {
        std::string known;
        for (const Table &other : set.tables) {
            known += (known.empty() ? "" : ", ") + other.id;
        }
        return Error{ErrorCode::NotFound,
                     "There is no table " + std::string(id) + "; there are " + known + ".",
                     {},
                     {}};
    }
    const auto numbers = numberReferences(set);
    PrintedTable printed{table->id, table->caption, {}, {}};
    for (const Column &column : table->columns) {
        printed.columns.push_back(column.name);
    }
    for (const Row &row : table->rows) {
        std::vector<PrintedCell> cells;
        for (const Cell &cell : row.cells) {
            std::vector<int> cited;
            for (const std::string &key : cell.references) {
                cited.push_back(
                    std::ranges::find(numbers, key, [](const auto &entry) { return entry.first; })->second);
            }
            cells.push_back({cited.empty() ? cell.text : collapse(std::move(cited), set.style), cell.items});
        }
        printed.rows.push_back(std::move(cells));
    }
    return printed;
}

} // namespace winnow::evidence
