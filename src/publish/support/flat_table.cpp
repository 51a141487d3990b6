#include "publish/support/flat_table.h"

#include "formats/support/csv_rows.h"
#include "publish/support/table_grid.h"
#include "text/printable_text.h"

#include <algorithm>

namespace winnow::publish {

namespace {

void appendField(std::string &out, std::string_view text, char separator)
{
    std::string field = formats::withoutFormula(text);
    if (separator == ',') {
        formats::appendCsvField(out, field);
        return;
    }
    // Fields of lines with tabs know no quotation marks that all programs would read.
    std::ranges::replace_if(
        field, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    out += field;
}

} // namespace

FlatTable flatTable(const evidence::PrintedTable &table)
{
    const TableGrid grid = gridOf(table);
    FlatTable flat{headNames(grid, ": "), {}};
    for (std::size_t row = grid.headRows; row < grid.rows.size(); ++row) {
        auto &cells = flat.rows.emplace_back();
        for (std::size_t column = 0; column < grid.columns; ++column) {
            cells.push_back(grid.printedAt(row, column).cell);
        }
    }
    return flat;
}

std::string separatedValues(const evidence::PrintedTable &table, char separator)
{
    const FlatTable flat = flatTable(table);
    std::string out;
    for (std::size_t i = 0; i < flat.names.size(); ++i) {
        out += i == 0 ? std::string() : std::string(1, separator);
        appendField(out, text::printableText(flat.names[i]), separator);
    }
    out += "\r\n";
    for (const auto &row : flat.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += i == 0 ? std::string() : std::string(1, separator);
            appendField(out, text::printableText(plainText(row[i])), separator);
        }
        out += "\r\n";
    }
    return out;
}

} // namespace winnow::publish
