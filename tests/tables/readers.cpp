#include "readers.h"

#include "formats/support/csv_rows.h"
#include "publish/support/table_grid.h"
#include "text/printable_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <optional>

namespace winnow::publish::test {

namespace {

constexpr const char *kCovered = "(covered)";

std::string textOf(const evidence::PrintedCell &cell)
{
    std::string text;
    for (const std::string &item : cell.items) {
        text += item;
    }
    return squeezed(text::printableText(cell.items.empty() ? cell.text : text));
}

std::string textBelow(pugi::xml_node node)
{
    std::string text;
    for (const pugi::xpath_node &piece : node.select_nodes(".//text()")) {
        text += piece.node().value();
    }
    return squeezed(text);
}

void addFlatRow(pugi::xml_node row, ReadTable &table)
{
    auto &cells = table.emplace_back();
    for (pugi::xml_node cell : row.children()) {
        const std::string_view name = cell.name();
        if (name.empty()) {
            continue; // white space
        }
        const int count = cell.attribute("table:number-columns-repeated").as_int(1);
        for (int i = 0; i < count; ++i) {
            cells.push_back(name == "table:covered-table-cell" ? kCovered : textBelow(cell));
        }
    }
}

/// The text of pandoc's inlines and blocks, whatever they are nested in.
std::string pandocText(const nlohmann::json &value, std::size_t &lists)
{
    std::string text;
    if (value.is_array()) {
        for (const auto &part : value) {
            text += pandocText(part, lists);
        }
    } else if (value.is_object() && value.contains("t")) {
        const std::string &kind = value["t"].get_ref<const std::string &>();
        if (kind == "Str") {
            return value["c"].get<std::string>();
        }
        if (kind == "Code") {
            return value["c"][1].get<std::string>();
        }
        lists += kind == "OrderedList" ? 1 : 0;
        const bool hasText = kind == "Plain" || kind == "Para" || kind == "Strong" || kind == "Emph" ||
                             kind == "Superscript" || kind == "BulletList";
        if (hasText) {
            return pandocText(value["c"], lists);
        }
        if (kind == "OrderedList" || kind == "Link" || kind == "Span" || kind == "Quoted" ||
            kind == "Header") {
            return pandocText(value["c"][1], lists);
        }
    }
    return text;
}

/// Rows of a head or body; cells that reach down are remembered in `below`.
void addPandocRows(const nlohmann::json &rows,
                   std::size_t columns,
                   ReadTable &table,
                   std::vector<int> &below,
                   std::size_t &lists)
{
    below.assign(columns, 0);
    for (const auto &row : rows) {
        auto &cells = table.emplace_back(columns);
        std::size_t next = 0;
        for (std::size_t column = 0; column < columns;) {
            if (below[column] > 0) {
                --below[column];
                cells[column++] = kCovered;
                continue;
            }
            if (next >= row[1].size()) {
                cells[column++] = "(missing)";
                continue;
            }
            const auto &cell = row[1][next++];
            const auto span = cell[3].get<std::size_t>();
            cells[column] = squeezed(pandocText(cell[4], lists));
            for (std::size_t i = column; i < std::min(columns, column + span); ++i) {
                below[i] = cell[2].get<int>() - 1;
                cells[i] = i == column ? cells[i] : kCovered;
            }
            column += span;
        }
    }
}

} // namespace

ReadTable expectedTable(const evidence::PrintedTable &table, Covered covered, bool hasGroups)
{
    const TableGrid grid = gridOf(table);
    ReadTable rows;
    if (!hasGroups) {
        auto &names = rows.emplace_back();
        for (const std::string &name : headNames(grid, "")) {
            names.push_back(squeezed(text::printableText(name)));
        }
    }
    for (std::size_t row = hasGroups ? 0 : grid.headRows; row < grid.rows.size(); ++row) {
        auto &cells = rows.emplace_back();
        for (const GridCell &cell : grid.rows[row].cells) {
            const char *const hidden = covered == Covered::Told ? kCovered : "";
            cells.push_back(cell.isCovered ? hidden : textOf(cell.cell));
        }
    }
    return rows;
}

ReadTable readFlatOdt(const std::string &xml, std::size_t &lists)
{
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(xml.c_str(), pugi::parse_default | pugi::parse_ws_pcdata));
    const pugi::xml_node table = document.select_node("//table:table").node();
    ReadTable rows;
    for (const pugi::xpath_node &row : table.select_nodes("table:table-header-rows/table:table-row")) {
        addFlatRow(row.node(), rows);
    }
    for (pugi::xml_node row : table.children("table:table-row")) {
        addFlatRow(row, rows);
    }
    lists = table.select_nodes(".//text:list").size();
    return rows;
}

ReadTable readPandoc(const std::string &json, std::size_t &lists)
{
    ReadTable rows;
    lists = 0;
    const auto document = nlohmann::json::parse(json, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << json.substr(0, 500);
    if (document.is_discarded()) {
        return rows;
    }
    for (const auto &block : document["blocks"]) {
        if (block["t"] == "Table") {
            const std::size_t columns = block["c"][2].size();
            std::vector<int> below;
            addPandocRows(block["c"][3][1], columns, rows, below, lists);
            for (const auto &body : block["c"][4]) {
                addPandocRows(body[3], columns, rows, below, lists);
            }
            return rows;
        }
    }
    return rows;
}

ReadTable readCsv(const std::string &csv)
{
    ReadTable rows;
    std::vector<std::string> fields;
    std::optional<formats::CsvFields> reader;
    for (std::size_t at = 0; at < csv.size();) {
        const std::size_t end = std::min(csv.find('\n', at), csv.size());
        std::string_view line(csv.data() + at, end - at);
        line = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        at = end + 1;
        if (!reader) {
            reader.emplace(',', fields);
        }
        if (reader->take(line)) {
            auto &row = rows.emplace_back();
            for (const std::string &field : fields) {
                row.push_back(squeezed(field));
            }
            fields.clear();
            reader.reset();
        }
    }
    return rows;
}

std::size_t listsOf(const evidence::PrintedTable &table)
{
    std::size_t lists = 0;
    for (const evidence::PrintedRow &row : table.rows) {
        for (const evidence::PrintedCell &cell : row.cells) {
            lists += cell.items.empty() || cell.isCovered ? 0 : 1;
        }
    }
    return lists;
}

std::string squeezed(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("\u00A0")) {
            ++i;
        } else if (static_cast<unsigned char>(text[i]) > ' ') {
            out += text[i];
        }
    }
    return out;
}

} // namespace winnow::publish::test
