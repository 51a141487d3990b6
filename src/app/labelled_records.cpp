#include "app/labelled_records.h"

#include "formats/support/csv_rows.h"
#include "formats/support/strings.h"

#include <algorithm>
#include <array>
#include <optional>

namespace winnow::app {

namespace {

enum Column { Title, Abstract, Label };

constexpr std::array<std::string_view, 3> kColumns{"title", "abstract", "label_included"};

using Positions = std::array<std::size_t, kColumns.size()>;

Error badRow(const std::filesystem::path &file, std::int64_t line, const std::string &what)
{
    const std::string where = std::to_string(line);
    return {ErrorCode::WrongFormat,
            file.string() + ", line " + where + ": " + what,
            {},
            file.string() + ":" + where};
}

Result<Positions> readHeader(const std::filesystem::path &file, const formats::CsvRow &row)
{
    Positions positions{};
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const auto found = std::ranges::find(row.fields, kColumns.at(column), formats::trimmed);
        if (found == row.fields.end()) {
            return badRow(file,
                          row.line,
                          "There is no column " + std::string(kColumns.at(column)) +
                              "; the first line must name title, abstract and label_included, divided by "
                              "commas.");
        }
        positions.at(column) = static_cast<std::size_t>(found - row.fields.begin());
    }
    return positions;
}

std::optional<int> labelFrom(std::string_view text)
{
    if (text == "1" || text == "1.0") {
        return 1;
    }
    return text == "0" || text == "0.0" ? std::optional(0) : std::nullopt;
}

} // namespace

Result<void> readLabelledTexts(const std::filesystem::path &file, const LabelledTextSink &sink, Task &task)
{
    auto input = formats::TextInput::open(file);
    if (!input) {
        return std::move(input).error();
    }
    formats::CsvReader reader(*input, ',');
    formats::CsvRow row;
    std::optional<Positions> positions;
    std::size_t records = 0;
    while (reader.next(row)) {
        if (task.isStopped()) {
            return Task::stoppedError();
        }
        if (row.isBroken || row.isCut) {
            return badRow(file, row.line, "A quotation mark is opened here and never closed; close it.");
        }
        if (!positions) {
            auto header = readHeader(file, row);
            if (!header) {
                return std::move(header).error();
            }
            positions = *header;
            continue;
        }
        const auto field = [&](Column column) -> std::string_view {
            const std::size_t position = positions->at(column);
            return position < row.fields.size() ? std::string_view(row.fields[position]) : std::string_view();
        };
        const auto label = labelFrom(formats::trimmed(field(Label)));
        if (!label) {
            std::string what = "The label of row ";
            what += std::to_string(records);
            what += " is \"";
            what += field(Label).substr(0, 40);
            what += "\"; label_included must be 1 for a relevant record and 0 for all others.";
            return badRow(file, row.line, what);
        }
        sink(field(Title), field(Abstract), *label);
        ++records;
        task.report({"Reading", input->bytesRead(), input->bytesTotal()});
    }
    if (auto status = input->status(); !status) {
        return std::move(status).error();
    }
    if (records == 0) {
        return badRow(file, 1, "There is no record in it.");
    }
    return {};
}

Result<LabelledRecords>
readLabelledRecords(const std::filesystem::path &file, const rank::TermScheme &terms, Task &task)
{
    rank::FeatureBuilder builder(terms);
    LabelledRecords records;
    const auto take = [&](std::string_view title, std::string_view abstractText, int label) {
        builder.add(title, abstractText);
        records.labels.push_back(label);
    };
    if (auto read = readLabelledTexts(file, take, task); !read) {
        return std::move(read).error();
    }
    records.features = builder.build();
    return records;
}

} // namespace winnow::app
