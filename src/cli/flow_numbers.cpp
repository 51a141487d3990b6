#include "cli/flow_numbers.h"

#include "app/flow_as_of.h"
#include "app/flow_diagram.h"
#include "app/flow_records.h"
#include "app/flow_snapshots.h"
#include "cli/text.h"

#include <algorithm>
#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;
using winnow::flow::LineRecords;

ordered_json toJson(const app::FlowRecord &record)
{
    ordered_json json{{"id", record.id.value}, {"key", record.key}, {"title", record.title}};
    json["year"] = record.year ? ordered_json(*record.year) : ordered_json(nullptr);
    ordered_json &authors = json["authors"] = ordered_json::array();
    for (const PersonName &author : record.authors) {
        authors.push_back(author.given.empty() ? author.family : author.family + ", " + author.given);
    }
    json["doi"] = record.doi;
    return json;
}

Result<ordered_json> toJson(app::Workspace &workspace, const std::vector<LineRecords> &lines)
{
    ordered_json json = ordered_json::array();
    for (const LineRecords &line : lines) {
        auto records = app::flowRecords(workspace, line.records);
        if (!records) {
            return std::move(records).error();
        }
        ordered_json list = ordered_json::array();
        for (const app::FlowRecord &record : *records) {
            list.push_back(toJson(record));
        }
        json.push_back({{"line", winnow::flow::toString(line.line)},
                        {"box", winnow::flow::boxOf(line.line)},
                        {"name", line.name},
                        {"n", static_cast<std::int64_t>(line.records.size()) + line.outside},
                        {"outside", line.outside},
                        {"records", std::move(list)}});
    }
    return json;
}

void printIds(const Context &context, const std::vector<LineRecords> &lines)
{
    for (const LineRecords &line : lines) {
        for (const RecordId id : line.records) {
            context.out << id.value << '\n';
        }
    }
}

int printRecords(app::Workspace &workspace, const Context &context, const std::vector<LineRecords> &lines)
{
    for (const LineRecords &line : lines) {
        auto records = app::flowRecords(workspace, line.records);
        if (!records) {
            return context.fail(records.error());
        }
        context.out << winnow::flow::inWords(line.line) << (line.name.empty() ? "" : ", ")
                    << printable(line.name)
                    << " (n = " << grouped(static_cast<std::int64_t>(line.records.size()) + line.outside)
                    << ")\n";
        for (const app::FlowRecord &record : *records) {
            context.out << "  " << record.id.value << "  " << printable(record.title);
            if (record.year) {
                context.out << " (" << *record.year << ')';
            }
            context.out << (record.authors.empty() ? "" : "  ") << printable(authorText(record.authors))
                        << '\n';
        }
        if (line.outside > 0) {
            context.out << "  " << grouped(line.outside) << " counted outside Winnow\n";
        }
    }
    return Done;
}

int listBox(app::Workspace &workspace, const FlowSelection &selection, const Context &context)
{
    auto lines = app::recordsBehind(workspace, selection.box);
    if (!lines) {
        return context.fail(lines.error());
    }
    if (selection.asIds) {
        printIds(context, *lines);
        return Done;
    }
    if (!selection.asJson) {
        return printRecords(workspace, context, *lines);
    }
    auto json = toJson(workspace, *lines);
    if (!json) {
        return context.fail(json.error());
    }
    printJson(context.out, *json);
    return Done;
}

/// Before the end of that snapshot's numbers, where records are asked for.
Result<std::unique_ptr<app::Workspace>> behind(app::Workspace &workspace, const FlowSelection &selection)
{
    auto snapshot = app::flowSnapshot(workspace, selection.snapshot);
    if (!snapshot) {
        return std::move(snapshot).error();
    }
    return app::reviewBehind(workspace, *snapshot);
}

std::unique_ptr<app::Workspace>
openSelected(const std::string &review, const FlowSelection &selection, const Context &context)
{
    auto workspace = context.open(review);
    if (!workspace || selection.asOf.empty()) {
        return workspace;
    }
    auto then = app::reviewAsOf(*workspace, selection.asOf);
    if (!then) {
        static_cast<void>(context.fail(then.error()));
        return nullptr;
    }
    return *std::move(then);
}

Result<winnow::flow::Numbers> selectedNumbers(app::Workspace &workspace, const FlowSelection &selection)
{
    if (!selection.snapshot.empty()) {
        auto snapshot = app::flowSnapshot(workspace, selection.snapshot);
        if (!snapshot) {
            return std::move(snapshot).error();
        }
        return std::move(snapshot->numbers);
    }
    auto counts = app::flowCounts(workspace);
    if (!counts) {
        return std::move(counts).error();
    }
    return winnow::flow::numbersOf(*counts);
}

} // namespace

void addFlowSelection(CLI::App &parser, FlowSelection &selection)
{
    CLI::Option *asOf =
        parser.add_option("--as-of",
                          selection.asOf,
                          "The numbers as they were at the end of that day, or at that moment, "
                          "in UTC: 2026-01-31, 2026-01-31T14:30");
    asOf->type_name("DATE");
    parser.add_option("--snapshot", selection.snapshot, "The numbers that were kept under that name")
        ->type_name("NAME")
        ->excludes(asOf);
    CLI::Option *box =
        parser.add_option("--box",
                          selection.box,
                          "List the records behind a box (box1 to box17) or a line, called as in "
                          "the CSV of the R package PRISMA2020: records_excluded");
    box->type_name("NAME");
    parser.add_flag("--ids", selection.asIds, "With --box: only the numbers of the records, one a line")
        ->needs(box);
    parser.add_flag("--json", selection.asJson, "As JSON: the records of --box, or else all numbers");
}

bool isListing(const FlowSelection &selection)
{
    return !selection.box.empty() || selection.asJson;
}

int listFlow(const std::string &review, const FlowSelection &selection, const Context &context)
{
    const auto workspace = openSelected(review, selection, context);
    if (!workspace) {
        return Refused;
    }
    if (selection.box.empty()) {
        auto numbers = selectedNumbers(*workspace, selection);
        if (!numbers) {
            return context.fail(numbers.error());
        }
        context.out << app::flowNumbersAsJson(*numbers);
        return Done;
    }
    if (selection.snapshot.empty()) {
        return listBox(*workspace, selection, context);
    }
    auto then = behind(*workspace, selection);
    return then ? listBox(**then, selection, context) : context.fail(then.error());
}

std::optional<winnow::flow::Numbers>
numbersOfReview(const std::string &review, const FlowSelection &selection, const Context &context)
{
    const auto workspace = openSelected(review, selection, context);
    if (!workspace) {
        return std::nullopt;
    }
    auto numbers = selectedNumbers(*workspace, selection);
    if (!numbers) {
        static_cast<void>(context.fail(numbers.error()));
        return std::nullopt;
    }
    return *std::move(numbers);
}

std::optional<std::vector<app::FlowEntry>> entriesFor(const std::string &review,
                                                      const FlowSelection &selection,
                                                      const std::vector<std::string> &files,
                                                      const Context &context)
{
    if (review.empty() ||
        std::ranges::none_of(files, [](const std::string &file) { return app::showsEntries(file); })) {
        return std::vector<app::FlowEntry>();
    }
    auto workspace = openSelected(review, selection, context);
    if (workspace && !selection.snapshot.empty()) {
        auto then = behind(*workspace, selection);
        if (!then && then.error().code == ErrorCode::Inconsistent) {
            return std::vector<app::FlowEntry>(); // the numbers alone are known
        }
        workspace = then ? *std::move(then) : nullptr;
    }
    if (!workspace) {
        return std::nullopt;
    }
    auto counted = app::countFlow(*workspace);
    auto entries = counted ? app::boxEntries(*workspace, *counted)
                           : Result<std::vector<app::FlowEntry>>(counted.error());
    if (!entries) {
        static_cast<void>(context.fail(entries.error()));
        return std::nullopt;
    }
    return *std::move(entries);
}

void printRemarks(const Context &context, const winnow::flow::Numbers &numbers)
{
    for (const winnow::flow::OutsideNumber &number : numbers.outside) {
        context.out << "From outside Winnow: " << grouped(number.count) << ' '
                    << winnow::flow::inWords(number.line) << (number.name.empty() ? "" : ", ")
                    << printable(number.name);
        if (!number.note.empty() && number.note != number.name) {
            context.out << " (" << printable(number.note) << ')';
        }
        context.out << '\n';
    }
    for (const std::string &remark : numbers.remarks) {
        context.err << "winnow: " << printable(remark) << '\n';
    }
}

} // namespace winnow::cli
