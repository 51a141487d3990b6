#include "publish/support/table_grid.h"

#include "publish/support/display_width.h"
#include "text/encoding.h"
#include "text/printable_text.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace winnow::publish {

namespace {

using evidence::PrintedCell;
using evidence::PrintedTable;

GridRow rowOf(GridRowKind kind, const std::vector<PrintedCell> &cells, std::size_t columns)
{
    GridRow row{kind, std::vector<GridCell>(columns), {}};
    for (std::size_t i = 0; i < std::min(columns, cells.size()); ++i) {
        row.cells[i].cell = cells[i];
    }
    return row;
}

/// The names as cells. One that says no more than the group above it lies under it, where that reaches down.
GridRow namesOf(const PrintedTable &table, const std::vector<GridRow> &above)
{
    GridRow row{GridRowKind::Names, std::vector<GridCell>(table.columns.size()), {}};
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        PrintedCell &cell = row.cells[i].cell;
        cell.text = table.columns[i].name;
        cell.alignment = table.columns[i].alignment;
        cell.isHead = true;
        cell.isCovered =
            !above.empty() && (cell.text.empty() || cell.text == above.back().cells[i].cell.text);
    }
    return row;
}

/// Marks the cells under the one at (`top`, `left`), as far as they say that they are covered.
void cover(std::vector<GridRow> &rows, std::size_t top, std::size_t left, std::size_t end)
{
    GridCell &owner = rows[top].cells[left];
    const std::size_t columns = rows[top].cells.size();
    const auto isFree = [&](std::size_t row, std::size_t column) {
        const GridCell &cell = rows[row].cells[column];
        return cell.cell.isCovered && !cell.isCovered;
    };
    std::size_t right = left + 1;
    const auto mostRight =
        std::min(columns, left + static_cast<std::size_t>(std::max(1, owner.cell.columnSpan)));
    while (right < mostRight && isFree(top, right)) {
        ++right;
    }
    std::size_t bottom = top + 1;
    const auto lowest = std::min(end, top + static_cast<std::size_t>(std::max(1, owner.cell.rowSpan)));
    const auto isRowFree = [&](std::size_t row) {
        for (std::size_t column = left; column < right; ++column) {
            if (!isFree(row, column)) {
                return false;
            }
        }
        return true;
    };
    while (bottom < lowest && isRowFree(bottom)) {
        ++bottom;
    }
    owner.columnSpan = static_cast<int>(right - left);
    owner.rowSpan = static_cast<int>(bottom - top);
    for (std::size_t row = top; row < bottom; ++row) {
        for (std::size_t column = left; column < right; ++column) {
            GridCell &cell = rows[row].cells[column];
            cell.isCovered = &cell != &owner;
            cell.ownerRow = top;
            cell.ownerColumn = left;
        }
    }
}

void coverAll(std::vector<GridRow> &rows, std::size_t from, std::size_t end)
{
    for (std::size_t row = from; row < end; ++row) {
        for (std::size_t column = 0; column < rows[row].cells.size(); ++column) {
            if (!rows[row].cells[column].isCovered) {
                cover(rows, row, column, end);
            }
        }
    }
}

/// What a column needs: characters in all, and those of its longest text and word.
struct Need
{
    double characters = 0;
    double longestText = 0;
    double longestWord = 0;
};

void addNeed(Need &need, std::string_view text)
{
    const double before = need.characters;
    double word = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::nextCodePoint(text, at);
        word = c <= ' ' || c == '-' || c == '/' || isWide(c) ? 0 : word + 1;
        need.characters += isWide(c) ? 2 : 1;
        need.longestWord = std::max(need.longestWord, word);
    }
    need.longestText = std::max(need.longestText, need.characters - before);
}

std::vector<double> sharesByContent(const PrintedTable &table)
{
    constexpr double kLongestWord = 24; // an address may be broken
    constexpr double kLongestReferences = 18;
    constexpr double kLongestMean = 400; // beyond, other columns would have no room
    std::vector<double> shares;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        Need need;
        double count = 0;
        for (const evidence::PrintedRow &row : table.rows) {
            if (i < row.cells.size() && !row.cells[i].isCovered && row.cells[i].columnSpan <= 1) {
                addNeed(need, plainText(row.cells[i]));
                ++count;
            }
        }
        if (table.columns[i].isReferences) { // "[6, 11, 16–18]" in one line
            need.longestWord = std::max(need.longestWord, std::min(kLongestReferences, need.longestText));
        }
        const double mean = need.characters / std::max(1.0, count);
        addNeed(need, table.columns[i].name);
        shares.push_back(std::max(std::min(need.longestWord, kLongestWord) + 3,
                                  2.6 * std::sqrt(std::min(mean, kLongestMean))));
    }
    return shares;
}

void alignCells(GridRow &row, const PrintedTable &table)
{
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        PrintedCell &cell = row.cells[i].cell;
        if (cell.alignment == evidence::Alignment::Start && cell.items.empty()) {
            const bool isOverColumns = row.kind == GridRowKind::Group && row.cells[i].columnSpan > 1;
            cell.alignment = isOverColumns ? evidence::Alignment::Centre : table.columns[i].alignment;
        }
    }
}

} // namespace

TableGrid gridOf(const PrintedTable &table)
{
    TableGrid grid;
    grid.columns = table.columns.size();
    for (const auto &group : table.groups) {
        grid.rows.push_back(rowOf(GridRowKind::Group, group, grid.columns));
        for (GridCell &cell : grid.rows.back().cells) {
            cell.cell.isHead = true;
        }
    }
    GridRow names = namesOf(table, grid.rows);
    grid.rows.push_back(std::move(names));
    grid.headRows = grid.rows.size();
    for (const evidence::PrintedRow &row : table.rows) {
        grid.rows.push_back(rowOf(GridRowKind::Body, row.cells, grid.columns));
        grid.rows.back().note = row.note;
    }
    coverAll(grid.rows, 0, grid.headRows);
    coverAll(grid.rows, grid.headRows, grid.rows.size());
    for (GridRow &row : grid.rows) {
        alignCells(row, table);
    }
    return grid;
}

const GridCell &TableGrid::printedAt(std::size_t row, std::size_t column) const
{
    const GridCell &cell = rows[row].cells[column];
    return rows[cell.ownerRow].cells[cell.ownerColumn];
}

std::size_t TableGrid::endOfGroup(std::size_t row) const
{
    std::size_t end = row + 1;
    for (std::size_t at = row; at < end; ++at) {
        for (const GridCell &cell : rows[at].cells) {
            if (!cell.isCovered) {
                end = std::max(end, at + static_cast<std::size_t>(cell.rowSpan));
            }
        }
    }
    return end;
}

bool TableGrid::isSection(std::size_t row) const
{
    if (columns < 2 || row < headRows) {
        return false;
    }
    const GridCell &first = rows[row].cells.front();
    return first.cell.isHead && !first.isCovered && first.rowSpan == 1 &&
           first.columnSpan == static_cast<int>(columns);
}

std::vector<std::string> headNames(const TableGrid &grid, std::string_view separator)
{
    std::vector<std::string> names;
    for (std::size_t column = 0; column < grid.columns; ++column) {
        std::string name;
        const GridCell *last = nullptr;
        for (std::size_t row = 0; row < grid.headRows; ++row) {
            const GridCell &cell = grid.printedAt(row, column);
            if (&cell != last && !cell.cell.text.empty()) {
                name.append(name.empty() ? std::string_view() : separator).append(cell.cell.text);
            }
            last = &cell;
        }
        names.push_back(std::move(name));
    }
    return names;
}

std::vector<double> columnShares(const PrintedTable &table)
{
    std::vector<double> shares;
    for (const evidence::PrintedColumn &column : table.columns) {
        shares.push_back(std::isfinite(column.share) && column.share > 0 ? column.share : 1);
    }
    const bool isEven = std::ranges::all_of(shares, [&](double share) { return share == shares.front(); });
    if (isEven && shares.size() > 1) {
        shares = sharesByContent(table);
    }
    double all = 0;
    for (const double share : shares) {
        all += share;
    }
    for (double &share : shares) {
        share /= all;
    }
    return shares;
}

std::vector<long> divided(const std::vector<double> &shares, long total)
{
    std::vector<long> parts;
    double sum = 0;
    long reached = 0;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        sum += shares[i];
        const long edge = i + 1 == shares.size() ? total : std::lround(sum * static_cast<double>(total));
        parts.push_back(edge - reached);
        reached = edge;
    }
    return parts;
}

std::vector<long> columnTwips(const PrintedTable &table, double points)
{
    return divided(columnShares(table), std::lround(points * 20));
}

long widthOver(const std::vector<long> &twips, std::size_t column, int span)
{
    const auto first = twips.begin() + static_cast<std::ptrdiff_t>(column);
    return std::accumulate(first, first + span, 0L);
}

bool isShort(const GridRow &row, const std::vector<long> &twips)
{
    constexpr double kCharacterWidth = 4.5 * 20; // of the type of tables
    constexpr double kMargins = 9.0 * 20;        // left and right together
    constexpr int kLongestWhole = 30;            // lines
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const GridCell &cell = row.cells[column];
        if (!cell.isCovered && cell.rowSpan == 1) {
            const auto width = static_cast<double>(widthOver(twips, column, cell.columnSpan));
            if (estimatedLines(plainText(cell.cell), (width - kMargins) / kCharacterWidth) > kLongestWhole) {
                return false;
            }
        }
    }
    return true;
}

std::string plainText(const PrintedCell &cell)
{
    std::string text = cell.text;
    if (!cell.items.empty()) {
        text.clear();
    }
    for (std::size_t i = 0; i < cell.items.size(); ++i) {
        text += (i == 0 ? "" : "\n") + std::to_string(i + 1) + ". " + cell.items[i];
    }
    return text;
}

PrintedTable printedFrom(const TextTable &source)
{
    PrintedTable table;
    for (std::size_t i = 0; i < source.columns.size(); ++i) {
        table.columns.push_back({source.columns[i], i < source.widths.size() ? source.widths[i] : 1});
    }
    PrintedCell *above = nullptr; // of the first column
    std::size_t aboveRow = 0;
    table.rows.reserve(source.rows.size()); // `above` stays where it is
    for (const auto &texts : source.rows) {
        evidence::PrintedRow &row = table.rows.emplace_back();
        row.cells.resize(table.columns.size());
        for (std::size_t i = 0; i < std::min(texts.size(), row.cells.size()); ++i) {
            row.cells[i].text = texts[i];
        }
        if (row.cells.empty()) {
            continue;
        }
        PrintedCell &first = row.cells.front();
        if (isSection(texts)) {
            first.isHead = true;
            first.columnSpan = static_cast<int>(row.cells.size());
            for (std::size_t i = 1; i < row.cells.size(); ++i) {
                row.cells[i].isCovered = true;
                row.cells[i].text = first.text;
            }
            above = nullptr;
        } else if (first.text.empty() && above != nullptr && row.cells.size() > 1) {
            first.isCovered = true;
            first.text = above->text;
            above->rowSpan = static_cast<int>(table.rows.size() - aboveRow);
        } else {
            above = &first;
            aboveRow = table.rows.size() - 1;
        }
    }
    return table;
}

bool isPrintedAcross(const Document &document, std::size_t block)
{
    while (block + 1 < document.blocks.size() && std::holds_alternative<Heading>(document.blocks[block])) {
        ++block;
    }
    const auto *table = std::get_if<TableBlock>(&document.blocks[block]);
    return document.isLandscape || (table != nullptr && table->table.isLandscape);
}

std::string tableDescription(const PrintedTable &table)
{
    std::string text = "A table of " + std::to_string(table.rows.size()) +
                       (table.rows.size() == 1 ? " row and " : " rows and ") +
                       std::to_string(table.columns.size()) +
                       (table.columns.size() == 1 ? " column" : " columns");
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        text += (i == 0 ? ": " : ", ") + text::printableLine(table.columns[i].name);
    }
    return text + ".";
}

} // namespace winnow::publish
