#include "app/csv_table.h"

#include "base/file.h"
#include "formats/support/csv_rows.h"
#include "text/fold.h"

#include <algorithm>

namespace winnow::app {

namespace {

constexpr std::size_t kMostRows = 1'000'000;
constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

/// What divides the fields of the first line: a semicolon or a tab where there is no comma outside quotes.
char delimiterOf(std::string_view head)
{
    bool isQuoted = false;
    char found = ',';
    for (const char c : head.substr(0, head.find('\n'))) {
        isQuoted = c == '"' ? !isQuoted : isQuoted;
        if (!isQuoted && c == ',') {
            return ',';
        }
        if (!isQuoted && (c == ';' || c == '\t')) {
            found = c;
        }
    }
    return found;
}

bool isEmpty(const formats::CsvRow &row)
{
    return std::ranges::all_of(row.fields, [](const std::string &field) {
        return field.find_first_not_of(" \t") == std::string::npos;
    });
}

std::string joined(std::span<const std::string_view> names)
{
    std::string text;
    for (const std::string_view name : names) {
        text.append(text.empty() ? "" : ", ").append(name);
    }
    return text;
}

/// Where each wanted column stands in the file.
Result<std::vector<std::size_t>> placesOf(const std::vector<std::string> &head,
                                          std::span<const std::string_view> columns,
                                          std::size_t required,
                                          const std::filesystem::path &file)
{
    std::vector<std::size_t> places(columns.size(), kNoColumn);
    for (std::size_t i = 0; i < head.size(); ++i) {
        std::string name = text::fold(head[i]);
        name.erase(0, name.find_first_not_of(" \t"));
        name.erase(name.find_last_not_of(" \t") + 1);
        const auto wanted = std::ranges::find(columns, name);
        if (wanted != columns.end()) {
            places[static_cast<std::size_t>(wanted - columns.begin())] = i;
        } else if (!name.empty()) {
            return Error{ErrorCode::WrongFormat,
                         file.filename().string() + " has a column \"" + head[i] +
                             "\", for which there is no use; its columns can be " + joined(columns) +
                             ". Take it out, or mend its name.",
                         {},
                         file.string()};
        }
    }
    for (std::size_t i = 0; i < required; ++i) {
        if (places[i] == kNoColumn) {
            return Error{ErrorCode::WrongFormat,
                         file.filename().string() + " has no column \"" + std::string(columns[i]) +
                             "\"; its first line must name its columns: " + joined(columns) + ".",
                         {},
                         file.string()};
        }
    }
    return places;
}

} // namespace

Result<std::vector<TableRow>> rowsOf(formats::TextInput &input, std::size_t most)
{
    formats::CsvReader reader(input, delimiterOf(input.head()));
    std::vector<TableRow> rows;
    formats::CsvRow row;
    while (rows.size() <= most && reader.next(row)) {
        if (row.isBroken || row.isCut) {
            return Error{ErrorCode::WrongFormat,
                         "Line " + std::to_string(row.line) +
                             ": a quotation mark is opened here and never closed; close it.",
                         {},
                         {}};
        }
        if (!isEmpty(row)) { // spreadsheets end their tables with such
            rows.push_back({row.fields, row.line});
        }
    }
    if (auto status = input.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

Result<std::vector<TableRow>>
readTable(const std::filesystem::path &file, std::span<const std::string_view> columns, std::size_t required)
{
    auto input = formats::TextInput::open(file);
    if (!input) {
        return std::move(input).error();
    }
    auto rows = rowsOf(*input, kMostRows);
    if (rows && rows->size() > kMostRows) {
        rows = Error{ErrorCode::WrongFormat, "It has more than a million rows; divide it.", {}, {}};
    }
    if (!rows) {
        Error error = std::move(rows).error();
        error.message = file.filename().string() + ": " + error.message;
        return error;
    }
    const auto places =
        placesOf(rows->empty() ? std::vector<std::string>() : rows->front().fields, columns, required, file);
    if (!places) {
        return places.error();
    }
    std::vector<TableRow> read;
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const TableRow &row = (*rows)[i];
        TableRow &chosen = read.emplace_back();
        chosen.line = row.line;
        for (const std::size_t place : *places) {
            chosen.fields.push_back(place < row.fields.size() ? row.fields[place] : std::string());
        }
    }
    return read;
}

Result<std::vector<std::string>> columnNames(const std::filesystem::path &file)
{
    auto input = formats::TextInput::open(file);
    if (!input) {
        return std::move(input).error();
    }
    auto rows = rowsOf(*input, 0);
    if (!rows) {
        return std::move(rows).error();
    }
    return rows->empty() ? std::vector<std::string>() : std::move(rows->front().fields);
}

Result<void> writeTable(const std::filesystem::path &file,
                        std::span<const std::string_view> columns,
                        const std::vector<std::vector<std::string>> &rows)
{
    std::string out;
    const auto add = [&out](const auto &fields) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            out += i == 0 ? "" : ",";
            formats::appendCsvField(out, fields[i]);
        }
        out += "\r\n";
    };
    add(columns);
    std::ranges::for_each(rows, add);
    return writeFile(file, out);
}

std::string placeOf(const std::filesystem::path &file, const TableRow &row)
{
    return file.filename().string() + ", line " + std::to_string(row.line);
}

} // namespace winnow::app
