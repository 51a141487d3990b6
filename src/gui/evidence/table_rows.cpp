#include "gui/evidence/table_rows.h"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace winnow::gui {

namespace {

using evidence::Cell;
using evidence::ReviewData;
using evidence::Row;
using evidence::RowSource;
using evidence::StudyData;
using evidence::Table;

bool cites(const Row &row, const std::string &key)
{
    return std::ranges::find(row.studies, key) != row.studies.end() ||
           std::ranges::any_of(row.cells, [&](const Cell &cell) {
               return std::ranges::find(cell.references, key) != cell.references.end();
           });
}

bool cites(const Row &row, const StudyData &study)
{
    return std::ranges::any_of(study.reports, [&](const std::string &key) { return cites(row, key); });
}

EditedRow editedRow(const Row &row, const Table &table, const ReviewData &data, std::optional<std::size_t> at)
{
    EditedRow edited{{}, at, row, {}, {}};
    edited.row.cells.resize(table.columns.size());
    for (std::size_t i = 0; i < data.studies.size(); ++i) {
        if (cites(row, data.studies[i])) {
            edited.linked.push_back(i);
        }
        if (!row.code.empty() && data.studies[i].isIncluded &&
            evidence::hasCode(data.studies[i], table.rowsOf, row.code)) {
            edited.coded.push_back(i);
        }
    }
    return edited;
}

void addCodes(const Table &table, const ReviewData &data, std::vector<EditedRow> &rows)
{
    const auto codes = evidence::codesOf(data, table.rowsOf);
    for (EditedRow &row : rows) {
        const auto code = std::ranges::find(codes, row.row.code, &evidence::CodeLabel::id);
        row.label = code == codes.end() ? row.row.code : code->label;
    }
    const auto columns = writtenColumns(table);
    for (const evidence::CodeLabel &code : codes) {
        if (std::ranges::find(table.rows, code.id, &Row::code) != table.rows.end()) {
            continue;
        }
        Row row;
        row.code = code.id;
        row.cells.resize(table.columns.size());
        if (!columns.empty()) {
            row.cells[columns.front()].text = code.label;
        }
        EditedRow edited = editedRow(row, table, data, {});
        edited.label = code.label;
        rows.push_back(std::move(edited));
    }
}

/// A row for each study that the table prints, whatever was written for it.
std::vector<EditedRow>
rowsOfStudies(const Table &table, const std::vector<StudyData> &studies, const ReviewData &data)
{
    std::vector<EditedRow> rows;
    for (const StudyData &study : studies) {
        if (!study.isIncluded && table.source != RowSource::Excluded) {
            continue;
        }
        const auto written =
            std::ranges::find_if(table.rows, [&](const Row &row) { return cites(row, study); });
        const bool isWritten = written != table.rows.end();
        Row row = isWritten ? *written : Row();
        if (!isWritten && !study.reports.empty()) {
            row.studies = {study.reports.front()};
        }
        EditedRow edited = editedRow(
            row,
            table,
            data,
            isWritten ? std::optional(static_cast<std::size_t>(written - table.rows.begin())) : std::nullopt);
        edited.label = study.label;
        rows.push_back(std::move(edited));
    }
    return rows;
}

} // namespace

bool hasOrder(const Table &table)
{
    return table.source == RowSource::Written || table.source == RowSource::Options ||
           table.source == RowSource::Findings;
}

std::vector<std::size_t> writtenColumns(const Table &table)
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (table.columns[i].kind == evidence::ColumnKind::Text) {
            columns.push_back(i);
        }
    }
    return columns;
}

std::vector<std::size_t> gridColumns(const Table &table)
{
    if (table.source != RowSource::Written) {
        return writtenColumns(table);
    }
    std::vector<std::size_t> columns(table.columns.size());
    std::iota(columns.begin(), columns.end(), std::size_t{0});
    return columns;
}

void insertColumn(Table &table, std::size_t at, const evidence::Column &column)
{
    const auto place = static_cast<std::ptrdiff_t>(std::min(at, table.columns.size()));
    for (Row &row : table.rows) {
        row.cells.resize(table.columns.size());
        row.cells.insert(row.cells.begin() + place, Cell());
    }
    table.columns.insert(table.columns.begin() + place, column);
}

void removeColumn(Table &table, std::size_t at)
{
    const auto place = static_cast<std::ptrdiff_t>(at);
    for (Row &row : table.rows) {
        row.cells.resize(table.columns.size());
        row.cells.erase(row.cells.begin() + place);
    }
    table.columns.erase(table.columns.begin() + place);
}

void moveColumn(Table &table, std::size_t from, std::size_t to)
{
    const auto move = [from, to](auto &all) {
        auto moved = std::move(all[from]);
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(from));
        all.insert(all.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    };
    for (Row &row : table.rows) {
        row.cells.resize(table.columns.size());
        move(row.cells);
    }
    move(table.columns);
}

std::pair<std::size_t, std::size_t>
sharedRows(const Table &table, const std::vector<EditedRow> &rows, std::size_t row, std::size_t column)
{
    const std::string text = typedText(rows[row].row.cells[column]);
    if (!table.columns[column].isMerged || text.empty()) {
        return {row, row + 1};
    }
    const auto isSame = [&](std::size_t at) { return typedText(rows[at].row.cells[column]) == text; };
    std::size_t first = row;
    std::size_t end = row + 1;
    while (first > 0 && isSame(first - 1)) {
        --first;
    }
    while (end < rows.size() && isSame(end)) {
        ++end;
    }
    return {first, end};
}

std::vector<EditedRow> editedRows(const Table &table, const ReviewData &data)
{
    if (table.source == RowSource::Studies || table.source == RowSource::Excluded) {
        const auto &studies = table.source == RowSource::Studies ? data.studies : data.excluded;
        return writtenColumns(table).empty() ? std::vector<EditedRow>() : rowsOfStudies(table, studies, data);
    }
    std::vector<EditedRow> rows;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        rows.push_back(editedRow(table.rows[i], table, data, i));
    }
    if (table.source == RowSource::Options) {
        addCodes(table, data, rows);
    }
    return rows;
}

std::string typedText(const Cell &cell)
{
    if (cell.items.empty()) {
        return cell.text;
    }
    std::string text;
    for (const std::string &item : cell.items) {
        text += (text.empty() ? "" : "\n") + item;
    }
    return text;
}

void setTyped(Cell &cell, std::string_view text)
{
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first != std::string_view::npos) {
            line = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
            lines.emplace_back(line);
        }
    }
    const bool wasList = cell.items.size() == 1 && lines.size() == 1;
    cell.text.clear();
    cell.items.clear();
    if (lines.size() > 1 || wasList) {
        cell.items = std::move(lines);
    } else if (!lines.empty()) {
        cell.text = std::move(lines.front());
    }
}

void linkStudies(Row &row, const std::set<std::size_t> &chosen, const ReviewData &data)
{
    for (std::size_t i = 0; i < data.studies.size(); ++i) {
        const StudyData &study = data.studies[i];
        if (chosen.contains(i)) {
            if (!cites(row, study)) {
                row.studies.insert(row.studies.end(), study.reports.begin(), study.reports.end());
            }
            continue;
        }
        for (const std::string &key : study.reports) {
            std::erase(row.studies, key);
            for (Cell &cell : row.cells) {
                std::erase(cell.references, key);
            }
        }
    }
}

} // namespace winnow::gui
