#include "publish/output.h"

namespace winnow::publish {

extern const Output markdown;

namespace {

/// Text of a cell of a pipe table: on one line, with what Markdown or HTML would take for markup set apart.
std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '|':
        case '\\':
        case '*':
        case '_':
        case '`':
            out += '\\';
            out += c;
            break;
        case '<':
            out += "&lt;";
            break;
        case '&':
            out += "&amp;";
            break;
        case '\r':
            break;
        case '\n':
            out += "<br>";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string cellText(const evidence::PrintedCell &cell)
{
    if (cell.items.empty()) {
        return escaped(cell.text);
    }
    std::string text;
    for (std::size_t i = 0; i < cell.items.size(); ++i) {
        text += (i == 0 ? "" : "<br>") + std::to_string(i + 1) + ". " + escaped(cell.items[i]);
    }
    return text;
}

Result<std::string> write(const evidence::PrintedTable &table)
{
    std::string out = table.caption.empty() ? std::string() : "**" + escaped(table.caption) + "**\n\n";
    std::string rule = "|";
    out += '|';
    for (const std::string &column : table.columns) {
        out += ' ' + escaped(column) + " |";
        rule += " --- |";
    }
    out += '\n' + rule + '\n';
    for (const auto &row : table.rows) {
        out += '|';
        for (const evidence::PrintedCell &cell : row) {
            out += ' ' + cellText(cell) + " |";
        }
        out += '\n';
    }
    return out;
}

} // namespace

const Output markdown{"markdown", "Markdown", "md", nullptr, write};

} // namespace winnow::publish
