#include "evidence/linked_rows.h"
#include "evidence/printed_parts.h"
#include "evidence/table.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace winnow::evidence {

namespace {

constexpr std::string_view kExcludedMark = "\u2020";
constexpr std::string_view kUnknownMark = "\u2021";

/// What all cells of a table are printed with.
struct Printer
{
    const TableSet &set;
    const Table &table;
    const StudyIndex &studies;
    std::unordered_map<std::string_view, const ReferenceNumber *> numbers;
    std::vector<std::string> excluded{}; ///< labels with their reasons, of what was cited and excluded later
    std::vector<std::string> unknown{};  ///< keys that are cited and are not there any more
};

void note(std::vector<std::string> &list, std::string entry)
{
    if (std::ranges::find(list, entry) == list.end()) {
        list.push_back(std::move(entry));
    }
}

/// How a report's number is marked: not at all where its study is included, or the table lists excluded ones.
std::string_view markOf(const std::string &key, Printer &printer)
{
    const bool isWork = std::ranges::find(printer.set.works, key, &Work::key) != printer.set.works.end();
    const StudyData *study = printer.studies.find(key);
    if (study == nullptr) {
        if (!isWork) {
            note(printer.unknown, key);
        }
        return isWork ? std::string_view() : kUnknownMark;
    }
    if (study->whyExcluded.empty() || printer.table.source == RowSource::Excluded) {
        return {};
    }
    note(printer.excluded, study->label + " (" + study->whyExcluded + ")");
    return kExcludedMark;
}

PrintedCell referencesCell(const LinkedRow &row, Printer &printer)
{
    std::vector<NumberedCitation> citations;
    for (const std::string &key : row.keys) {
        const auto number = printer.numbers.find(key);
        if (number != printer.numbers.end()) {
            const ReferenceNumber &found = *number->second;
            citations.push_back({found.number, found.isOutside, key, {}, std::string(markOf(key, printer))});
        }
    }
    PrintedCell cell;
    cell.cited = citedText(std::move(citations), printer.set.style);
    cell.text = textOf(cell.cited);
    cell.isSuperscript = printer.set.style.isSuperscript;
    return cell;
}

PrintedCell studyCell(const LinkedRow &row, Printer &)
{
    PrintedCell cell;
    for (const StudyData *study : row.studies) {
        cell.text += (cell.text.empty() ? "" : "; ") + study->label +
                     (study->kind.empty() ? "" : " (" + study->kind + ")");
    }
    return cell;
}

/// Studies alone: evidence from outside the literature is told beside them.
PrintedCell countCell(const LinkedRow &row, Printer &)
{
    const auto outside = std::ranges::count_if(row.studies, &StudyData::isOutside);
    const auto count = std::ssize(row.studies) - outside;
    PrintedCell cell;
    cell.text = std::to_string(count);
    cell.alignment = Alignment::End;
    if (outside > 0) {
        cell.text += " + " + std::to_string(outside) + " outside";
    } else {
        cell.number = static_cast<double>(count);
    }
    return cell;
}

PrintedCell reasonCell(const LinkedRow &row, Printer &)
{
    PrintedCell cell;
    for (const StudyData *study : row.studies) {
        cell.text += (cell.text.empty() ? "" : "; ") + study->whyExcluded;
    }
    return cell;
}

PrintedCell factCell(const LinkedRow &row, const Column &column)
{
    PrintedCell cell;
    for (const StudyData *study : row.studies) {
        const auto fact = study->facts.find(column.field);
        if (fact != study->facts.end() && !fact->second.empty()) {
            cell.text += (cell.text.empty() ? "" : "; ") + fact->second;
        }
    }
    return cell;
}

/// One study: its value. Several: each different answer with how many gave it, the most frequent first.
PrintedCell fieldCell(const LinkedRow &row, const Column &column)
{
    PrintedCell cell;
    std::vector<std::pair<std::string, int>> answers;
    for (const StudyData *study : row.studies) {
        const auto value = study->values.find(column.field);
        if (value == study->values.end()) {
            continue;
        }
        const FieldText &said = value->second;
        std::ranges::copy(said.quotes, std::back_inserter(cell.quotes));
        if (row.studies.size() == 1) {
            cell.text = said.text;
            cell.items = said.items;
            cell.number = said.number;
            cell.fill = said.fill;
            return cell;
        }
        const std::vector<std::string> alone{said.text};
        for (const std::string &answer : said.labels.empty() ? alone : said.labels) {
            const auto known = std::ranges::find(answers, answer, &std::pair<std::string, int>::first);
            if (known == answers.end()) {
                answers.emplace_back(answer, 1);
            } else {
                ++known->second;
            }
        }
    }
    std::ranges::stable_sort(answers, std::ranges::greater(), &std::pair<std::string, int>::second);
    for (const auto &[answer, count] : answers) {
        cell.text += (cell.text.empty() ? "" : "; ") + answer;
        cell.text += count > 1 ? " (" + std::to_string(count) + ")" : "";
    }
    return cell;
}

PrintedCell writtenCell(const Cell &cell)
{
    PrintedCell printed;
    printed.text = cell.text;
    printed.items = cell.items;
    return printed;
}

PrintedCell cellOf(const LinkedRow &row, std::size_t at, Printer &printer)
{
    const Column &column = printer.table.columns[at];
    switch (column.kind) {
    case ColumnKind::Text:
        return writtenCell(row.row.cells[at]);
    case ColumnKind::References:
        return referencesCell(row, printer);
    case ColumnKind::Field:
        return fieldCell(row, column);
    case ColumnKind::Fact:
        return factCell(row, column);
    case ColumnKind::Study:
        return studyCell(row, printer);
    case ColumnKind::Count:
        return countCell(row, printer);
    case ColumnKind::Reason:
        return reasonCell(row, printer);
    }
    return {};
}

void addNotes(const Printer &printer, PrintedTable &printed)
{
    const auto add = [&](std::string_view mark, std::string_view what, const std::vector<std::string> &list) {
        std::string text = std::string(mark) + " " + std::string(what) + " ";
        for (std::size_t i = 0; i < list.size(); ++i) {
            text += (i == 0 ? "" : "; ") + list[i];
        }
        if (!list.empty()) {
            printed.notes.push_back(text + ".");
        }
    };
    add(kExcludedMark, "Not among the included studies:", printer.excluded);
    add(kUnknownMark, "Not in the review any more:", printer.unknown);
}

std::string namesOf(const std::vector<Table> &tables)
{
    std::string names;
    for (const Table &table : tables) {
        names += (names.empty() ? "" : ", ") + table.id;
    }
    return names.empty() ? "none" : names;
}

void orderByNumber(std::vector<LinkedRow> &rows, const Printer &printer)
{
    const auto first = [&](const LinkedRow &row) {
        std::pair lowest(true, 0); // rows without a number come last
        for (const std::string &key : row.keys) {
            const auto number = printer.numbers.find(key);
            if (number != printer.numbers.end() && (lowest.first || number->second->number < lowest.second)) {
                lowest = {false, number->second->number};
            }
        }
        return lowest;
    };
    std::ranges::stable_sort(rows, {}, first);
}

void printRows(Printer &printer, PrintedTable &printed)
{
    std::vector<LinkedRow> rows = linkedRows(printer.table, printer.studies);
    if (printer.table.order == RowOrder::Number) {
        orderByNumber(rows, printer);
    }
    for (const LinkedRow &row : rows) {
        PrintedRow line{{}, row.row.note};
        for (std::size_t i = 0; i < printer.table.columns.size(); ++i) {
            line.cells.push_back(cellOf(row, i, printer));
        }
        if (!line.cells.empty() && printer.table.columns.front().kind != ColumnKind::References) {
            line.cells.front().isHead = true;
        }
        printed.rows.push_back(std::move(line));
    }
    mergeRows(printer.table, printed);
    addNotes(printer, printed);
}

} // namespace

Result<PrintedTable> print(const TableSet &set,
                           std::string_view id,
                           const ReviewData &data,
                           std::span<const ReferenceNumber> numbers)
{
    const auto table = std::ranges::find(set.tables, id, &Table::id);
    if (table == set.tables.end()) {
        return Error{ErrorCode::NotFound,
                     "There is no table " + std::string(id) + "; there are " + namesOf(set.tables) + ".",
                     {},
                     {}};
    }
    const StudyIndex studies(data);
    Printer printer{set, *table, studies, {}};
    for (const ReferenceNumber &number : numbers) {
        printer.numbers.emplace(number.key, &number);
    }
    PrintedTable printed;
    printed.id = table->id;
    printed.caption = table->caption;
    printed.number = static_cast<int>(table - set.tables.begin()) + 1;
    printed.language = table->language;
    printed.isLandscape = table->isLandscape;
    printed.notes = table->notes;
    if (table->source == RowSource::Map) {
        printMap(*table, studies, printed);
    } else if (table->source == RowSource::Findings) {
        printFindings(*table, studies, printed);
    } else {
        addColumns(*table, printed);
        printRows(printer, printed);
    }
    setShares(*table, printed);
    return printed;
}

Result<PrintedTable> print(const TableSet &set, std::string_view id, const ReviewData &data)
{
    return print(set, id, data, numberReferences(set, data));
}

} // namespace winnow::evidence
