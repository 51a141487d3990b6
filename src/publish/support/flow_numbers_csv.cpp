#include "formats/support/csv_rows.h"
#include "formats/support/strings.h"
#include "publish/support/flow_numbers.h"
#include "text/clean.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

namespace winnow::publish {

namespace {

using flow::Line;
using flow::Number;
using flow::Numbers;

/// A row of the package's file, as it writes it.
struct Row
{
    std::string_view data; ///< what row it is
    std::string_view node;
    std::string_view box;
    std::string_view description;
    std::string_view boxText;
    std::string_view toolTips;
    std::string_view url;
    Number *(*number)(Numbers &numbers);
    std::vector<Line> *(*list)(Numbers &numbers);
};

constexpr std::array kRows{
    Row{"NA",
        "node4",
        "prevstud",
        "Grey title box; Previous studies",
        "Previous studies",
        "Grey title box; Previous studies",
        "prevstud.html",
        nullptr,
        nullptr},
    Row{"previous_studies",
        "node5",
        "box1",
        "Studies included in previous version of review",
        "Studies included in previous version of review",
        "Studies included in previous version of review",
        "previous_studies.html",
        [](Numbers &n) { return &n.previous.studies; },
        nullptr},
    Row{"previous_reports",
        "NA",
        "box1",
        "Reports of studies included in previous version of review",
        "Reports of studies included in previous version of review",
        "NA",
        "previous_reports.html",
        [](Numbers &n) { return &n.previous.reports; },
        nullptr},
    Row{"NA",
        "node6",
        "newstud",
        "Yellow title box; Identification of new studies via databases and registers",
        "Identification of new studies via databases and registers",
        "Yellow title box; Identification of new studies via databases and registers",
        "newstud.html",
        nullptr,
        nullptr},
    Row{"database_results",
        "node7",
        "box2",
        "Records identified from: Databases",
        "Databases",
        "Records identified from: Databases and Registers",
        "database_results.html",
        [](Numbers &n) { return &n.databases; },
        nullptr},
    Row{"database_specific_results",
        "NA",
        "box2",
        "Records identified from: specific databases",
        "Specific Databases",
        "NA",
        "database_results.html",
        nullptr,
        [](Numbers &n) { return &n.databaseList; }},
    Row{"register_results",
        "NA",
        "box2",
        "Records identified from: Registers",
        "Registers",
        "NA",
        "NA",
        [](Numbers &n) { return &n.registers; },
        nullptr},
    Row{"register_specific_results",
        "NA",
        "box2",
        "Records identified from: specific registers",
        "Specific Registers",
        "NA",
        "database_results.html",
        nullptr,
        [](Numbers &n) { return &n.registerList; }},
    Row{"NA",
        "node16",
        "othstud",
        "Grey title box; Identification of new studies via other methods",
        "Identification of new studies via other methods",
        "Grey title box; Identification of new studies via other methods",
        "othstud.html",
        nullptr,
        nullptr},
    Row{"website_results",
        "node17",
        "box11",
        "Records identified from: Websites",
        "Websites",
        "Records identified from: Websites, Organisations and Citation Searching",
        "website_results.html",
        nullptr,
        nullptr},
    Row{"organisation_results",
        "",
        "box11",
        "Records identified from: Organisations",
        "Organisations",
        "NA",
        "NA",
        nullptr,
        nullptr},
    Row{"citations_results",
        "NA",
        "box11",
        "Records identified from: Citation searching",
        "Citation searching",
        "NA",
        "NA",
        nullptr,
        nullptr},
    Row{"duplicates",
        "node8",
        "box3",
        "Duplicate records",
        "Duplicate records",
        "Duplicate records",
        "duplicates.html",
        [](Numbers &n) { return &n.duplicates; },
        nullptr},
    Row{"excluded_automatic",
        "NA",
        "box3",
        "Records marked as ineligible by automation tools",
        "Records marked as ineligible by automation tools",
        "NA",
        "NA",
        [](Numbers &n) { return &n.byAutomation; },
        nullptr},
    Row{"excluded_other",
        "NA",
        "box3",
        "Records removed for other reasons",
        "Records removed for other reasons",
        "NA",
        "NA",
        [](Numbers &n) { return &n.otherRemoved; },
        nullptr},
    Row{"records_screened",
        "node9",
        "box4",
        "Records screened (databases and registers)",
        "Records screened",
        "Records screened (databases and registers)",
        "records_screened.html",
        [](Numbers &n) { return &n.screened; },
        nullptr},
    Row{"records_excluded",
        "node10",
        "box5",
        "Records excluded (databases and registers)",
        "Records excluded",
        "Records excluded (databases and registers)",
        "records_excluded.html",
        [](Numbers &n) { return &n.excluded; },
        nullptr},
    Row{"dbr_sought_reports",
        "node11",
        "box6",
        "Reports sought for retrieval (databases and registers)",
        "Reports sought for retrieval",
        "Reports sought for retrieval (databases and registers)",
        "dbr_sought_reports.html",
        [](Numbers &n) { return &n.reports.sought; },
        nullptr},
    Row{"dbr_notretrieved_reports",
        "node12",
        "box7",
        "Reports not retrieved (databases and registers)",
        "Reports not retrieved",
        "Reports not retrieved (databases and registers)",
        "dbr_notretrieved_reports.html",
        [](Numbers &n) { return &n.reports.notRetrieved; },
        nullptr},
    Row{"other_sought_reports",
        "node18",
        "box12",
        "Reports sought for retrieval (other)",
        "Reports sought for retrieval",
        "Reports sought for retrieval (other)",
        "other_sought_reports.html",
        [](Numbers &n) { return &n.otherReports.sought; },
        nullptr},
    Row{"other_notretrieved_reports",
        "node19",
        "box13",
        "Reports not retrieved (other)",
        "Reports not retrieved",
        "Reports not retrieved (other)",
        "other_notretrieved_reports.html",
        [](Numbers &n) { return &n.otherReports.notRetrieved; },
        nullptr},
    Row{"dbr_assessed",
        "node13",
        "box8",
        "Reports assessed for eligibility (databases and registers)",
        "Reports assessed for eligibility",
        "Reports assessed for eligibility (databases and registers)",
        "dbr_assessed.html",
        [](Numbers &n) { return &n.reports.assessed; },
        nullptr},
    Row{"dbr_excluded",
        "node14",
        "box9",
        "Reports excluded (databases and registers): [separate reasons and numbers using ; e.g. Reason1, "
        "xxx; Reason2, xxx; Reason3, xxx]",
        "Reports excluded",
        "Reports excluded (databases and registers)",
        "dbrexcludedrecords.html",
        nullptr,
        [](Numbers &n) { return &n.reports.excluded; }},
    Row{"other_assessed",
        "node20",
        "box14",
        "Reports assessed for eligibility (other)",
        "Reports assessed for eligibility",
        "Reports assessed for eligibility (other)",
        "other_assessed.html",
        [](Numbers &n) { return &n.otherReports.assessed; },
        nullptr},
    Row{"other_excluded",
        "node21",
        "box15",
        "Reports excluded (other): [separate reasons and numbers using ; e.g. Reason1, xxx; Reason2, xxx; "
        "Reason3, xxx]",
        "Reports excluded",
        "Reports excluded (other)",
        "other_excluded.html",
        nullptr,
        [](Numbers &n) { return &n.otherReports.excluded; }},
    Row{"new_studies",
        "node15",
        "box10",
        "New studies included in review",
        "New studies included in review",
        "New studies included in review",
        "new_studies.html",
        [](Numbers &n) { return &n.included.studies; },
        nullptr},
    Row{"new_reports",
        "NA",
        "box10",
        "Reports of new included studies",
        "Reports of new included studies",
        "NA",
        "NA",
        [](Numbers &n) { return &n.included.reports; },
        nullptr},
    Row{"total_studies",
        "node22",
        "box16",
        "Total studies included in review",
        "Total studies included in review",
        "Total studies included in review",
        "total_studies.html",
        [](Numbers &n) { return &n.total.studies; },
        nullptr},
    Row{"total_reports",
        "NA",
        "box16",
        "Reports of total included studies",
        "Reports of total included studies",
        "NA",
        "NA",
        [](Numbers &n) { return &n.total.reports; },
        nullptr},
    Row{"identification",
        "node1",
        "identification",
        "Blue identification box",
        "Identification",
        "Blue identification box",
        "identification.html",
        nullptr,
        nullptr},
    Row{"screening",
        "node2",
        "screening",
        "Blue screening box",
        "Screening",
        "Blue screening box",
        "screening.html",
        nullptr,
        nullptr},
    Row{"included",
        "node3",
        "included",
        "Blue included box",
        "Included",
        "Blue included box",
        "included.html",
        nullptr,
        nullptr},
    Row{"total_studies_ma",
        "node23",
        "box17",
        "Total studies included in meta-analysis",
        "Total studies included in meta-analysis",
        "Total studies included in meta-analysis",
        "total_studies_meta_analysis.html",
        [](Numbers &n) { return &n.metaAnalysis.studies; },
        nullptr},
    Row{"total_reports_ma",
        "NA",
        "box17",
        "Reports of total included studies in meta-analysis",
        "Reports of total included studies in meta-analysis",
        "NA",
        "NA",
        [](Numbers &n) { return &n.metaAnalysis.reports; },
        nullptr},
};

/// Rows of what was found by other methods; the package has no more.
constexpr std::array<std::string_view, 3> kOtherRows{
    "website_results", "organisation_results", "citations_results"};

constexpr std::string_view kNone = "NA";

bool isOtherRow(const Row &row)
{
    return std::ranges::find(kOtherRows, row.data) != kOtherRows.end();
}

const Row *rowNamed(std::string_view data)
{
    const auto *const found = std::ranges::find(kRows, data, &Row::data);
    return data.empty() || data == kNone || found == kRows.end() ? nullptr : found;
}

/// "Wrong design, 12; Other, 3": the name stands before the first comma; a bare number has none.
std::vector<Line> listFromText(std::string_view text)
{
    std::vector<Line> lines;
    if (formats::trimmed(text) == kNone) {
        return lines;
    }
    for (const std::string_view piece : formats::pieces(text, ";")) {
        const std::size_t comma = piece.find(',');
        const Number whole = numberFromText(piece);
        if (whole.value) {
            lines.push_back({"", whole});
        } else if (comma == std::string_view::npos) {
            lines.push_back({std::string(piece), {}});
        } else {
            lines.push_back({std::string(formats::trimmed(piece.substr(0, comma))),
                             numberFromText(piece.substr(comma + 1))});
        }
    }
    return lines;
}

std::string textOf(const Number &number)
{
    if (number.value) {
        return std::to_string(*number.value);
    }
    return number.unreadable.empty() ? std::string(kNone) : number.unreadable;
}

/// A name without the marks that divide the list.
std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        if (c == ',' || c == ';') {
            plain += " \u2013";
        } else {
            plain += c;
        }
    }
    return plain;
}

std::string textOf(const std::vector<Line> &lines)
{
    std::string text;
    for (const Line &line : lines) {
        text.append(text.empty() ? "" : "; ");
        if (!line.name.empty()) {
            text.append(plainName(line.name)).append(", ");
        }
        text.append(textOf(line.number));
    }
    return text.empty() ? std::string(kNone) : text;
}

/// The columns that are needed, by name.
struct Columns
{
    std::optional<std::size_t> data;
    std::optional<std::size_t> boxText;
    std::optional<std::size_t> n;
};

Columns columnsOf(const std::vector<std::string> &header)
{
    const auto place = [&](std::string_view name) -> std::optional<std::size_t> {
        const auto found = std::ranges::find_if(header, [&](const std::string &field) {
            return formats::equalsIgnoringCase(formats::trimmed(field), name);
        });
        return found == header.end() ? std::nullopt
                                     : std::optional(static_cast<std::size_t>(found - header.begin()));
    };
    return {place("data"), place("boxtext"), place("n")};
}

std::string_view fieldOf(const std::vector<std::string> &fields, std::optional<std::size_t> column)
{
    return column && *column < fields.size() ? formats::trimmed(fields[*column]) : std::string_view();
}

void take(Numbers &numbers, const Row &row, std::string_view boxText, std::string_view n)
{
    if (row.number != nullptr) {
        *row.number(numbers) = numberFromText(n);
    } else if (row.list != nullptr) {
        *row.list(numbers) = listFromText(n);
    } else if (isOtherRow(row)) {
        if (Number number = numberFromText(n); number.isDrawn()) {
            numbers.otherList.push_back({std::string(boxText.empty() ? row.boxText : boxText), number});
        }
    }
}

flow::Variant variantOf(const Numbers &numbers)
{
    const flow::ReportNumbers &other = numbers.otherReports;
    const bool isUpdated = numbers.previous.studies.isDrawn() || numbers.previous.reports.isDrawn();
    const bool hasOther = !numbers.otherList.empty() || other.sought.isDrawn() ||
                          other.notRetrieved.isDrawn() || other.assessed.isDrawn() || !other.excluded.empty();
    if (isUpdated) {
        return hasOther ? flow::Variant::UpdatedOther : flow::Variant::UpdatedDatabases;
    }
    return hasOther ? flow::Variant::NewOther : flow::Variant::NewDatabases;
}

/// What each row of other methods holds: lines of its own name first, then the rest in the rows left, the
/// last of which takes all that remain together.
std::map<std::string_view, Line> otherRows(const Numbers &numbers)
{
    std::map<std::string_view, Line> placed;
    std::vector<Line> rest;
    for (const Line &line : numbers.otherList) {
        const auto *const row = std::ranges::find_if(kRows, [&](const Row &one) {
            return isOtherRow(one) && formats::equalsIgnoringCase(one.boxText, line.name);
        });
        if (row == kRows.end() || !placed.try_emplace(row->data, line).second) {
            rest.push_back(line);
        }
    }
    for (const Line &line : rest) {
        const auto *const free =
            std::ranges::find_if(kOtherRows, [&](std::string_view name) { return !placed.contains(name); });
        if (free != kOtherRows.end()) {
            placed.emplace(*free, line);
            continue;
        }
        Line &last = placed.at(kOtherRows.back());
        last.name.append(", ").append(line.name);
        last.number.value = last.number.value.value_or(0) + line.number.value.value_or(0);
    }
    return placed;
}

} // namespace

Number unreadableNumber(std::string_view text)
{
    constexpr std::size_t kMostShown = 40;
    // The ellipsis behind what is cut keeps the rest from being read as a number.
    return {std::nullopt, text::shortened(formats::trimmed(text), kMostShown)};
}

Number numberFromText(std::string_view text)
{
    constexpr std::int64_t kMostRecords = 1'000'000'000'000; // sums of such numbers cannot overflow
    const std::string_view written = formats::trimmed(text);
    if (written.empty() || written == kNone) {
        return {};
    }
    std::string digits;
    for (const char c : written) {
        if (formats::isDigit(c)) {
            digits += c;
        } else if (c != ',' && c != ' ') {
            return unreadableNumber(written);
        }
    }
    std::int64_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (failure != std::errc() || end != digits.data() + digits.size() || value > kMostRecords) {
        return unreadableNumber(written);
    }
    return {value, {}};
}

Result<Numbers> numbersFromCsv(std::string_view bytes)
{
    const std::string_view firstLine = bytes.substr(0, bytes.find('\n'));
    const char delimiter =
        std::ranges::count(firstLine, ';') > std::ranges::count(firstLine, ',') ? ';' : ',';
    formats::TextInput input = formats::TextInput::fromBytes(std::string(bytes));
    formats::CsvReader reader(input, delimiter);
    formats::CsvRow row;
    std::optional<Columns> columns;
    Numbers numbers;
    bool hasRows = false;
    while (reader.next(row)) {
        for (std::string &field : row.fields) {
            field = formats::withoutControls(std::move(field));
        }
        if (!columns) {
            columns = columnsOf(row.fields);
            if (!columns->data || !columns->n) {
                break;
            }
            continue;
        }
        if (const Row *known = rowNamed(fieldOf(row.fields, columns->data))) {
            hasRows = true;
            take(numbers, *known, fieldOf(row.fields, columns->boxText), fieldOf(row.fields, columns->n));
        }
    }
    if (!hasRows) {
        return Error{
            ErrorCode::WrongFormat,
            "This is no CSV of the R package PRISMA2020: it needs the columns \"data\" and \"n\" and "
            "rows such as records_screened.",
            {},
            {}};
    }
    numbers.variant = variantOf(numbers);
    return numbers;
}

std::string numbersToCsv(const Numbers &numbers)
{
    Numbers source = numbers;
    for (const Line &line : numbers.furtherSources) {
        source.registerList.push_back(line);
        source.registers.value = source.registers.value.value_or(0) + line.number.value.value_or(0);
    }
    const std::map<std::string_view, Line> others = otherRows(numbers);
    std::string out = "data,node,box,description,boxtext,tooltips,url,n\n";
    for (const Row &row : kRows) {
        std::string n = "0";
        std::string boxText(row.boxText);
        if (row.number != nullptr) {
            n = textOf(*row.number(source));
        } else if (row.list != nullptr) {
            n = textOf(*row.list(source));
        } else if (isOtherRow(row)) {
            const auto found = others.find(row.data);
            n = found == others.end() ? std::string(kNone) : textOf(found->second.number);
            boxText = found == others.end() ? boxText : found->second.name;
        }
        for (const std::string_view field : {row.data,
                                             row.node,
                                             row.box,
                                             row.description,
                                             std::string_view(boxText),
                                             row.toolTips,
                                             row.url}) {
            formats::appendCsvField(out, field);
            out += ',';
        }
        formats::appendCsvField(out, n);
        out += '\n';
    }
    return out;
}

} // namespace winnow::publish
