#include "fuzz/check_bias.h"

#include "appraisal/plots.h"
#include "appraisal/table.h"
#include "fuzz/check_flow.h"
#include "fuzz/check_record.h"

#include <vector>

namespace winnow::fuzz {

namespace {

/// Lines and commas: what a CSV reader makes of quotes is another target's matter.
std::vector<appraisal::TableRow> rowsOf(std::string_view bytes)
{
    std::vector<appraisal::TableRow> rows;
    std::vector<std::string> fields(1);
    const auto end = [&] {
        rows.push_back({fields, static_cast<std::int64_t>(rows.size()) + 1});
        fields.assign(1, {});
    };
    for (const char c : bytes) {
        if (c == '\n') {
            end();
        } else if (c == ',') {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    end();
    return rows;
}

} // namespace

std::string checkAppraisals(std::string_view bytes)
{
    Finding finding;
    const auto read = appraisal::appraisalsFrom(rowsOf(bytes), nullptr);
    if (!read) {
        finding.expect(!read.error().message.empty(), "refuses without a word", bytes);
        return finding.text();
    }
    std::vector<appraisal::TableRow> written;
    for (auto &fields : appraisal::toTable(*read)) {
        written.push_back({std::move(fields), static_cast<std::int64_t>(written.size()) + 1});
    }
    const auto again = appraisal::appraisalsFrom(written, read->tool);
    finding.expect(
        again && again->studies.size() == read->studies.size(), "is not read as it is written", bytes);
    checkDiagram(finding, appraisal::trafficLight(*read));
    checkDiagram(finding, appraisal::summaryPlot(*read));
    return finding.text();
}

} // namespace winnow::fuzz
