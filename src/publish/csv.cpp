#include "formats/support/csv_rows.h"
#include "publish/output.h"
#include "publish/support/flow_numbers.h"

namespace winnow::publish {

extern const Output csv;

namespace {

std::string cellText(const evidence::PrintedCell &cell)
{
    std::string text = cell.text;
    for (std::size_t i = 0; i < cell.items.size(); ++i) {
        text += (i == 0 ? "" : "\n") + std::to_string(i + 1) + ". " + cell.items[i];
    }
    return text;
}

Result<std::string> write(const evidence::PrintedTable &table)
{
    std::string out;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out += i == 0 ? "" : ",";
        formats::appendCsvField(out, table.columns[i].name);
    }
    out += "\r\n";
    for (const auto &row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            out += i == 0 ? "" : ",";
            formats::appendCsvField(out, cellText(row.cells[i]));
        }
        out += "\r\n";
    }
    return out;
}

/// As the R package PRISMA2020 reads them.
Result<std::string> writeNumbers(const FlowDocument &document)
{
    if (!document.numbers) {
        return holdsNoNumbers(csv.extension);
    }
    return numbersToCsv(*document.numbers);
}

} // namespace

const Output csv{"csv", "CSV", "csv", writeNumbers, write};

} // namespace winnow::publish
