#include "publish/output.h"
#include "publish/support/document_writers.h"
#include "publish/support/markdown_text.h"

namespace winnow::publish {

extern const Output markdown;

namespace {

std::string cellText(const evidence::PrintedCell &cell)
{
    if (cell.items.empty()) {
        return escapedMarkdown(cell.text);
    }
    std::string text;
    for (std::size_t i = 0; i < cell.items.size(); ++i) {
        text += (i == 0 ? "" : "<br>") + std::to_string(i + 1) + ". " + escapedMarkdown(cell.items[i]);
    }
    return text;
}

Result<std::string> write(const evidence::PrintedTable &table)
{
    std::string out =
        table.caption.empty() ? std::string() : "**" + escapedMarkdown(table.caption) + "**\n\n";
    std::string rule = "|";
    out += '|';
    for (const evidence::PrintedColumn &column : table.columns) {
        out += ' ' + escapedMarkdown(column.name) + " |";
        rule += " --- |";
    }
    out += '\n' + rule + '\n';
    for (const auto &row : table.rows) {
        out += '|';
        for (const evidence::PrintedCell &cell : row.cells) {
            out += ' ' + cellText(cell) + " |";
        }
        out += '\n';
    }
    return out;
}

} // namespace

const Output markdown{"markdown", "Markdown", "md", nullptr, write, documentAsMarkdown};

} // namespace winnow::publish
