#include "app/appraisal_file.h"

#include "app/csv_table.h"
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

Result<std::vector<appraisal::TableRow>> readRows(formats::TextInput &input)
{
    auto read = rowsOf(input, appraisal::kMostStudies + 1);
    if (!read) {
        return std::move(read).error();
    }
    if (read->size() > appraisal::kMostStudies + 1) {
        return Error{ErrorCode::InvalidArgument,
                     "The table has more than " + std::to_string(appraisal::kMostStudies) +
                         " studies, and so many cannot be drawn in one figure; divide it.",
                     {},
                     {}};
    }
    std::vector<appraisal::TableRow> rows;
    rows.reserve(read->size());
    for (TableRow &row : *read) {
        rows.push_back({std::move(row.fields), row.line});
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
