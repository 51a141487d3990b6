#include "publish/output.h"

namespace winnow::publish {

extern const Output markdown;

namespace {

constexpr std::string_view kMarkup = "|\\*_`~$"; ///< of Markdown in its usual dialects

/// Whether a bracket would make a link: "](" and "][". Brackets alone mean nothing, so that [3, 4] stays as
/// it is.
bool startsTarget(char c, char previous)
{
    return previous == ']' && (c == '(' || c == '[');
}

/// Text of a cell of a pipe table: on one line, with what Markdown or HTML would take for markup set apart.
std::string escaped(std::string_view text)
{
    std::string out;
    char previous = 0;
    for (const char c : text) {
        if (kMarkup.find(c) != std::string_view::npos || startsTarget(c, previous)) {
            out += '\\';
            out += c;
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '&') {
            out += "&amp;";
        } else if (c == '\r' || c == '\n') {
            out += previous == '\r' && c == '\n' ? "" : "<br>";
        } else {
            out += c;
        }
        previous = c;
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
