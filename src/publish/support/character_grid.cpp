#include "publish/support/character_grid.h"

#include "publish/support/display_width.h"

#include <algorithm>
#include <cmath>

namespace winnow::publish {

namespace {

constexpr std::size_t kLineWidth = 110;
constexpr std::size_t kNarrowest = 4; ///< columns; pandoc takes less for a damaged table

using Lines = std::vector<std::string>;

std::string ruleOf(const std::vector<std::size_t> &widths,
                   char sign,
                   const std::vector<evidence::PrintedColumn> *columns = nullptr)
{
    std::string rule;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        std::string part(widths[i] + 2, sign);
        if (columns != nullptr && (*columns)[i].alignment != evidence::Alignment::Start) {
            part.back() = ':';
            part.front() = (*columns)[i].alignment == evidence::Alignment::Centre ? ':' : sign;
        }
        rule += '+' + part;
    }
    return rule + "+\n";
}

std::string drawn(const std::vector<Lines> &cells, const std::vector<std::size_t> &widths)
{
    std::size_t height = 1;
    for (const Lines &lines : cells) {
        height = std::max(height, lines.size());
    }
    std::string out;
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string &text = line < cells[i].size() ? cells[i][line] : std::string();
            out += "| " + text + std::string(widths[i] - std::min(widths[i], displayWidth(text)) + 1, ' ');
        }
        out += "|\n";
    }
    return out;
}

} // namespace

std::string drawnGrid(const evidence::PrintedTable &table, const CellLines &linesOf, bool hasMarks)
{
    const TableGrid grid = gridOf(table);
    std::vector<std::size_t> widths;
    for (const double share : columnShares(table)) {
        widths.push_back(std::max(
            kNarrowest, static_cast<std::size_t>(std::lround(share * static_cast<double>(kLineWidth)))));
    }
    std::vector<std::vector<Lines>> rows;
    const auto take = [&](std::size_t column, const evidence::PrintedCell &cell) {
        Lines lines = linesOf(cell, widths[column]);
        for (const std::string &line : lines) {
            widths[column] = std::max(widths[column], displayWidth(line)); // of a long word
        }
        rows.back().push_back(std::move(lines));
    };
    rows.emplace_back();
    const std::vector<std::string> names = headNames(grid, "\n");
    for (std::size_t column = 0; column < grid.columns; ++column) {
        evidence::PrintedCell cell;
        cell.text = names[column];
        take(column, cell);
    }
    for (std::size_t row = grid.headRows; row < grid.rows.size(); ++row) {
        rows.emplace_back();
        for (std::size_t column = 0; column < grid.columns; ++column) {
            const GridCell &cell = grid.rows[row].cells[column];
            take(column, cell.isCovered ? evidence::PrintedCell{} : cell.cell);
        }
    }
    std::string out = ruleOf(widths, '-');
    for (std::size_t row = 0; row < rows.size(); ++row) {
        out += drawn(rows[row], widths);
        out += row == 0 ? ruleOf(widths, '=', hasMarks ? &table.columns : nullptr) : ruleOf(widths, '-');
    }
    return out;
}

} // namespace winnow::publish
