#include "evidence/printed_parts.h"

#include <algorithm>
#include <cmath>

namespace winnow::evidence {

namespace {

/// In characters: no column is narrower than its longest word, nor so wide that lines are hard to read.
constexpr double kNarrowest = 6;
constexpr double kWidest = 60;
constexpr std::size_t kShort = 15;
constexpr double kAround = 4; ///< for bold type and the space between columns

std::size_t charactersIn(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::size_t longestWord(std::string_view text)
{
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n\t"), text.size());
        longest = std::max(longest, charactersIn(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

/// What a column holds: its longest word, and its longest cell.
struct Extent
{
    std::size_t word = 0;
    std::size_t cell = 0;

    void add(std::string_view text)
    {
        word = std::max(word, longestWord(text));
        cell = std::max(cell, charactersIn(text));
    }

    /// A cell of many words may break; the root keeps long texts from taking all. What is short stays on one
    /// line.
    [[nodiscard]] double share() const
    {
        const double wish = 3 * std::sqrt(static_cast<double>(cell));
        const auto whole = static_cast<double>(std::max(word, std::min(cell, kShort)));
        return std::clamp(std::max(wish, whole + kAround), kNarrowest, kWidest);
    }
};

bool isSame(const PrintedRow &above, const PrintedRow &below, std::size_t column)
{
    const PrintedCell &one = above.cells[column];
    const PrintedCell &other = below.cells[column];
    return !one.text.empty() && one.text == other.text && one.items == other.items &&
           one.cited == other.cited;
}

} // namespace

void addColumns(const Table &table, PrintedTable &printed)
{
    std::vector<PrintedCell> groups;
    for (const Column &column : table.columns) {
        const bool isNumber = column.kind == ColumnKind::Count;
        printed.columns.push_back({column.name,
                                   column.share,
                                   isNumber ? Alignment::End : Alignment::Start,
                                   column.kind == ColumnKind::References});
        PrintedCell head;
        head.text = column.group;
        head.isHead = true;
        if (!groups.empty() && !column.group.empty() && groups.back().text == column.group) {
            head.isCovered = true;
            const auto first = std::ranges::find_if(
                groups.rbegin(), groups.rend(), [](const PrintedCell &cell) { return !cell.isCovered; });
            ++first->columnSpan;
        }
        groups.push_back(std::move(head));
    }
    if (std::ranges::any_of(groups, [](const PrintedCell &cell) { return !cell.text.empty(); })) {
        printed.groups.push_back(std::move(groups));
    }
}

void mergeRows(const Table &table, PrintedTable &printed)
{
    std::vector<std::size_t> merged;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].isMerged) {
            merged.push_back(i);
        }
    }
    // A cell joins the one above only where the merged cells to its left do, so that groups stay whole.
    for (std::size_t column = 0; column < merged.size(); ++column) {
        std::size_t first = 0;
        for (std::size_t row = 1; row < printed.rows.size(); ++row) {
            bool joins = true;
            for (std::size_t left = 0; left <= column && joins; ++left) {
                joins = isSame(printed.rows[row - 1], printed.rows[row], merged[left]);
            }
            if (joins) {
                printed.rows[row].cells[merged[column]].isCovered = true;
                ++printed.rows[first].cells[merged[column]].rowSpan;
            } else {
                first = row;
            }
        }
    }
}

void setShares(const Table &table, PrintedTable &printed)
{
    std::vector<Extent> extents(printed.columns.size());
    for (std::size_t i = 0; i < extents.size(); ++i) {
        extents[i].add(printed.columns[i].name);
    }
    for (const PrintedRow &row : printed.rows) {
        for (std::size_t i = 0; i < extents.size(); ++i) {
            extents[i].add(row.cells[i].text);
            std::ranges::for_each(row.cells[i].items, [&](const std::string &item) { extents[i].add(item); });
        }
    }
    for (std::size_t i = 0; i < extents.size(); ++i) {
        const double said = i < table.columns.size() ? table.columns[i].share : 0;
        printed.columns[i].share = said > 0 ? said : extents[i].share();
    }
}

} // namespace winnow::evidence
