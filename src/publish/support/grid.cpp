#include "publish/support/grid.h"

#include "publish/support/docx_text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace winnow::publish {

using evidence::PrintedCell;
using evidence::PrintedTable;

const PrintedCell &cellAt(const std::vector<PrintedCell> &cells, std::size_t column)
{
    static const PrintedCell kEmpty;
    return column < cells.size() ? cells[column] : kEmpty;
}

int columnsOf(const PrintedCell &cell, std::size_t column, std::size_t columns)
{
    return std::clamp(cell.columnSpan, 1, static_cast<int>(columns - column));
}

int rowsOf(const PrintedCell &cell, std::size_t row, std::size_t rows)
{
    return std::clamp(cell.rowSpan, 1, static_cast<int>(rows - row));
}

std::size_t endOfGroup(const PrintedTable &table, std::size_t row)
{
    std::size_t end = row + 1;
    for (std::size_t at = row; at < end; ++at) {
        for (const PrintedCell &cell : table.rows[at].cells) {
            if (!cell.isCovered) {
                end = std::max(end, at + static_cast<std::size_t>(rowsOf(cell, at, table.rows.size())));
            }
        }
    }
    return end;
}

bool isSectionRow(const PrintedTable &table, std::size_t row)
{
    const PrintedCell &first = cellAt(table.rows[row].cells, 0);
    return first.isHead && table.columns.size() > 1 &&
           columnsOf(first, 0, table.columns.size()) == static_cast<int>(table.columns.size()) &&
           rowsOf(first, row, table.rows.size()) == 1;
}

evidence::Alignment alignmentOf(const PrintedTable &table, const PrintedCell &cell, std::size_t column)
{
    return cell.alignment == evidence::Alignment::Start ? table.columns[column].alignment : cell.alignment;
}

Direction directionOf(const PrintedCell &cell, bool isTableRightToLeft)
{
    const std::string &text = cell.items.empty() ? cell.text : cell.items.front();
    const bool isRight = isRightToLeft(text);
    if (isRight == isTableRightToLeft) {
        return Direction::Same;
    }
    if (isRight) {
        return Direction::RightToLeft;
    }
    const bool hasLetter =
        std::ranges::any_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return hasLetter ? Direction::LeftToRight : Direction::Same;
}

std::string plainNumber(double number)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

std::string filled(std::string_view pattern, std::string_view value)
{
    std::string text(pattern);
    if (const std::size_t at = text.find("{0}"); at != std::string::npos) {
        text.replace(at, 3, value);
    }
    return text;
}

} // namespace winnow::publish
