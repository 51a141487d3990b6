#include "app/appraisal_file.h"

#include "appraisal/table.h"
#include "base/file.h"
#include "formats/support/csv_rows.h"
#include "publish/output.h"

#include <algorithm>
#include <string>

namespace winnow::app {

namespace {

std::string extensionOf(const std::filesystem::path &file)
{
    std::string extension = file.extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    });
    return extension;
}

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

Result<std::vector<appraisal::TableRow>> readRows(formats::TextInput &input)
{
    formats::CsvReader reader(input, delimiterOf(input.head()));
    std::vector<appraisal::TableRow> rows;
    formats::CsvRow row;
    while (reader.next(row)) {
        if (row.isBroken || row.isCut) {
            return Error{ErrorCode::WrongFormat,
                         "Line " + std::to_string(row.line) +
                             ": a quotation mark is opened here and never closed; close it.",
                         {},
                         {}};
        }
        const bool isEmpty = std::ranges::all_of(row.fields, [](const std::string &field) {
            return field.find_first_not_of(" \t") == std::string::npos;
        });
        if (isEmpty) {
            continue; // as spreadsheets end their tables
        }
        rows.push_back({row.fields, row.line});
        if (rows.size() > appraisal::kMostStudies + 1) {
            return Error{ErrorCode::InvalidArgument,
                         "The table has more than " + std::to_string(appraisal::kMostStudies) +
                             " studies, and so many cannot be drawn in one figure; divide it.",
                         {},
                         {}};
        }
    }
    if (auto status = input.status(); !status) {
        return std::move(status).error();
    }
    return rows;
}

std::string asCsv(const appraisal::Appraisals &appraisals)
{
    std::string out;
    for (const auto &row : appraisal::toTable(appraisals)) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            out += i == 0 ? "" : ",";
            formats::appendCsvField(out, row[i]);
        }
        out += "\r\n";
    }
    return out;
}

Result<std::string>
bytesOf(const appraisal::Appraisals &appraisals, const std::filesystem::path &file, const AppraisalPlot &plot)
{
    if (extensionOf(file) == ".csv") {
        return asCsv(appraisals);
    }
    auto output = publish::outputFor(file.filename().string(), publish::Subject::Flow);
    if (!output) {
        return std::move(output).error();
    }
    publish::FlowDocument document;
    document.diagram = plot.isSummary ? appraisal::summaryPlot(appraisals, plot.options)
                                      : appraisal::trafficLight(appraisals, plot.options);
    document.dpi = plot.dpi;
    return (*output)->flow(document);
}

} // namespace

bool isAppraisalFile(const std::string &name)
{
    const std::string extension = extensionOf(name);
    return extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

Result<appraisal::Appraisals> readAppraisals(const std::filesystem::path &file,
                                             const appraisal::ToolPtr &tool)
{
    auto input = formats::TextInput::open(file);
    if (!input) {
        return std::move(input).error();
    }
    auto rows = readRows(*input);
    auto appraisals = rows ? appraisal::appraisalsFrom(*rows, tool) : std::move(rows).error();
    if (!appraisals) {
        Error error = std::move(appraisals).error();
        error.message = file.filename().string() + ": " + error.message;
        error.where = file.string();
        return error;
    }
    return appraisals;
}

Result<void> publishAppraisals(const appraisal::Appraisals &appraisals,
                               const std::filesystem::path &file,
                               const AppraisalPlot &plot)
{
    auto bytes = bytesOf(appraisals, file, plot);
    if (!bytes) {
        return std::move(bytes).error();
    }
    return writeFile(file, *bytes);
}

} // namespace winnow::app
