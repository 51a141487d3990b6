#include "evidence/json_parts.h"
#include "evidence/table.h"

namespace winnow::evidence {

namespace {

using nlohmann::ordered_json;

constexpr int kIndent = 1;

ordered_json cellToJson(const Cell &cell, const Column &column)
{
    if (column.kind == ColumnKind::References) {
        return cell.references;
    }
    return cell.items.empty() ? ordered_json(cell.text) : ordered_json(cell.items);
}

/// The name alone where that says it all.
ordered_json toJson(const Column &column)
{
    const ColumnKind byName = column.name == "References" ? ColumnKind::References : ColumnKind::Text;
    if (column.kind == byName && column.field.empty() && column.share == 0 && !column.isMerged &&
        column.group.empty()) {
        return column.name;
    }
    ordered_json value{{"name", column.name}, {"kind", toString(column.kind)}};
    if (!column.field.empty()) {
        value["field"] = column.field;
    }
    if (column.share != 0) {
        value["share"] = column.share;
    }
    if (column.isMerged) {
        value["merged"] = true;
    }
    if (!column.group.empty()) {
        value["group"] = column.group;
    }
    return value;
}

ordered_json toJson(const Row &row, const Table &table)
{
    ordered_json cells = ordered_json::object();
    if (!row.code.empty()) {
        cells["code"] = row.code;
    }
    if (!row.studies.empty()) {
        cells["studies"] = row.studies;
    }
    if (row.finding) {
        cells["finding"] = toJson(*row.finding);
    }
    for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
        const Column &column = table.columns[i];
        if (column.kind == ColumnKind::Text || column.kind == ColumnKind::References) {
            ordered_json cell = cellToJson(row.cells[i], column);
            const bool isBlank = cell.is_string() ? row.cells[i].text.empty() : cell.empty();
            if (!isBlank) {
                cells[column.name] = std::move(cell);
            }
        }
    }
    if (!row.note.empty()) {
        cells["note"] = row.note;
    }
    return cells;
}

void addSource(const Table &table, ordered_json &value)
{
    if (table.source == RowSource::Findings) {
        value["findings"] = toJson(table.head);
    } else if (table.source == RowSource::Map) {
        value["map"] = {{"rows", table.rowsOf}, {"columns", table.columnsOf}};
        if (!table.dividedBy.empty()) {
            value["map"]["dividedBy"] = table.dividedBy;
        }
    } else if (table.source == RowSource::Options) {
        value["rowsOf"] = table.rowsOf;
    } else if (table.source != RowSource::Written) {
        value["rowsOf"] = wordFor(kRowSources, table.source);
    }
}

ordered_json toJson(const Table &table)
{
    ordered_json value{{"id", table.id}, {"caption", table.caption}, {"question", table.question}};
    addSource(table, value);
    if (table.order != RowOrder::AsWritten) {
        value["order"] = wordFor(kOrders, table.order);
    }
    if (table.isLandscape) {
        value["landscape"] = true;
    }
    if (table.language != "en") {
        value["language"] = table.language;
    }
    if (!table.columns.empty()) {
        value["columns"] = ordered_json::array();
        for (const Column &column : table.columns) {
            value["columns"].push_back(toJson(column));
        }
    }
    value["rows"] = ordered_json::array();
    for (const Row &row : table.rows) {
        value["rows"].push_back(toJson(row, table));
    }
    if (!table.notes.empty()) {
        value["notes"] = table.notes;
    }
    return value;
}

} // namespace

std::string toJson(const TableSet &set)
{
    ordered_json tables = ordered_json::array();
    for (const Table &table : set.tables) {
        tables.push_back(toJson(table));
    }
    ordered_json references{{"numbering", wordFor(kNumberings, set.numbering)},
                            {"bibliography", set.bibliographyStyle}};
    if (set.numbering == Numbering::Fixed) {
        references["list"] = set.list;
    }
    for (const Work &work : set.works) {
        references["works"].push_back(ordered_json::parse(work.csl));
    }
    const ordered_json root{
        {"tables", std::move(tables)}, {"references", std::move(references)}, {"style", toJson(set.style)}};
    return root.dump(kIndent, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

} // namespace winnow::evidence
