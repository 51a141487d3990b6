#include "app/import_files.h"

#include "app/import_report.h"
#include "cli/command.h"
#include "cli/mapping.h"
#include "cli/text.h"

#include <ostream>
#include <sstream>

namespace winnow::cli {

// NOLINTNEXTLINE(readability-identifier-naming): the table of commands goes by the names of the files
extern const Command import_files;

namespace {

using nlohmann::ordered_json;

constexpr int kShownLines = 12;

struct Options
{
    std::string review;
    std::vector<std::string> files;
    std::string source;
    std::string kind = "database";
    std::string queryFile;
    std::int64_t hits = -1;
    std::string date;
    std::string format;
    std::vector<std::string> maps;
    std::int64_t search = 0;
    bool takesDecisions = false;
    std::string stage = "title-abstract";
    std::int64_t retry = 0;
    bool isReport = false;
    std::int64_t import = 0;
    std::string output;
    std::string reviewer;
    bool isJson = false;
};

void printText(const Context &context, const app::ImportOutcome &outcome)
{
    std::int64_t stored = 0;
    std::int64_t decisions = 0;
    for (const app::ImportedFile &file : outcome.files) {
        stored += file.stored;
        decisions += file.decisions;
        printImported(context.out, file, false);
    }
    for (const app::PassedOver &other : outcome.passedOver) {
        context.out << printable(other.file) << " passed over: " << printable(other.reason) << '\n';
    }
    if (outcome.decisions > 0) {
        context.out << counted(outcome.decisions, "decision") << " of the files taken.\n";
    } else if (decisions > 0) {
        context.out << "The files hold " << counted(decisions, "decision")
                    << "; winnow decide REVIEW --from FILE takes them.\n";
    }
    if (outcome.settled > 0) {
        context.out << counted(outcome.settled, "rejected record") << " of the earlier import settled.\n";
    }
    context.out << counted(stored, "record") << " from " << printable(outcome.source)
                << (stored == 1 ? " is" : " are") << " in the review. Next: winnow dedupe REVIEW\n";
}

ordered_json toJson(const std::vector<RejectedRow> &rows)
{
    ordered_json rejected = ordered_json::array();
    for (const RejectedRow &row : rows) {
        rejected.push_back({{"line", row.line}, {"reason", row.reason}});
    }
    return rejected;
}

ordered_json toJson(const app::ImportOutcome &outcome)
{
    ordered_json files = ordered_json::array();
    for (const app::ImportedFile &file : outcome.files) {
        ordered_json notices = ordered_json::array();
        for (const Diagnostic &notice : file.notices) {
            notices.push_back({{"line", notice.line}, {"field", notice.field}, {"text", notice.text}});
        }
        files.push_back({{"file", file.file},
                         {"import", file.import.value},
                         {"format", file.format},
                         {"reason", file.reason},
                         {"in_file", file.inFile},
                         {"starts", file.starts},
                         {"stored", file.stored},
                         {"rejected", toJson(file.rejected)},
                         {"decisions", file.decisions},
                         {"notices", std::move(notices)}});
    }
    ordered_json others = ordered_json::array();
    for (const app::PassedOver &other : outcome.passedOver) {
        others.push_back({{"file", other.file}, {"reason", other.reason}});
    }
    return {{"source", outcome.source},
            {"files", std::move(files)},
            {"passed_over", std::move(others)},
            {"decisions", outcome.decisions},
            {"settled", outcome.settled}};
}

Result<app::ImportRequest> requestFrom(const Options &options)
{
    app::ImportRequest request;
    request.files.assign(options.files.begin(), options.files.end());
    request.source = options.source;
    request.kind = sourceKindFromString(options.kind).value_or(SourceKind::Other);
    request.date = options.date;
    request.format = options.format;
    request.takesDecisions = options.takesDecisions;
    request.decisionStage = stageFromString(options.stage).value_or(Stage::TitleAbstract);
    if (options.hits >= 0) {
        request.hits = options.hits;
    }
    if (options.search > 0) {
        request.search = SearchId{options.search};
    }
    if (options.retry > 0) {
        request.retried = ImportId{options.retry};
    }
    auto columns = mappingsFrom(options.maps);
    auto query = queryText({}, options.queryFile);
    if (!columns || !query) {
        return !columns ? std::move(columns).error() : std::move(query).error();
    }
    request.columns = *std::move(columns);
    request.query = *std::move(query);
    return request;
}

int import(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto request = requestFrom(options);
    if (!request) {
        return context.fail(request.error());
    }
    auto outcome = app::importFiles(workspace, *request, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*outcome));
    } else {
        printText(context, *outcome);
    }
    return Done;
}

void printReport(const Context &context, const std::vector<app::ReportedImport> &report)
{
    for (const app::ReportedImport &entry : report) {
        context.out << "import " << entry.import.id.value << ": " << printable(entry.import.file) << " from "
                    << printable(entry.source) << " (" << entry.import.format << "), "
                    << counted(entry.import.inFile, "record") << " = " << grouped(entry.import.stored)
                    << " stored + " << grouped(entry.import.rejected) << " rejected\n";
        for (const RejectedRow &row : entry.rejected) {
            context.out << "  line " << row.line << " " << printable(row.reason) << ":\n";
            std::istringstream lines(row.raw);
            std::string line;
            for (int shown = 0; shown < kShownLines && std::getline(lines, line); ++shown) {
                context.out << "    " << printable(line) << '\n';
            }
        }
    }
}

ordered_json toJson(const std::vector<app::ReportedImport> &report)
{
    ordered_json imports = ordered_json::array();
    for (const app::ReportedImport &entry : report) {
        ordered_json rejected = ordered_json::array();
        for (const RejectedRow &row : entry.rejected) {
            rejected.push_back({{"line", row.line}, {"reason", row.reason}, {"text", row.raw}});
        }
        imports.push_back({{"import", entry.import.id.value},
                           {"file", entry.import.file},
                           {"source", entry.source},
                           {"format", entry.import.format},
                           {"in_file", entry.import.inFile},
                           {"stored", entry.import.stored},
                           {"rejected", std::move(rejected)}});
    }
    return {{"imports", std::move(imports)}};
}

int report(const Options &options, const Context &context, app::Workspace &workspace)
{
    const auto only = options.import > 0 ? std::optional(ImportId{options.import}) : std::nullopt;
    auto report = app::importReport(workspace, only);
    if (!report) {
        return context.fail(report.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*report));
    } else if (options.output.empty()) {
        printReport(context, *report);
    }
    if (options.output.empty()) {
        return Done;
    }
    if (!only) {
        context.err << "winnow: Say with --import whose rejected records to write.\n";
        return UsedWrongly;
    }
    auto written = app::writeRejected(workspace, *only, options.output);
    if (!written) {
        return context.fail(written.error());
    }
    if (!options.isJson) {
        context.out << "Wrote " << counted(*written, "rejected record") << " to " << options.output
                    << ". Correct them there; then: winnow import REVIEW " << options.output << " --retry "
                    << only->value << '\n';
    }
    return Done;
}

int run(const Options &options, const Context &context)
{
    if (options.files.empty() && !options.isReport) {
        context.err << "winnow: Name at least one file to import; see winnow import --help.\n";
        return UsedWrongly;
    }
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    return options.isReport ? report(options, context, *workspace) : import(options, context, *workspace);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option("files",
                    options->files,
                    "What a database exported: files, folders, zip archives; all of one call are one search")
        ->type_name("FILE...");
    parser.add_option("--source", options->source, "Where the records come from, such as Scopus")
        ->type_name("NAME");
    parser.add_option("--kind", options->kind, "What kind of source it is")
        ->check(CLI::IsMember({"database", "register", "website", "organisation", "citation", "other"}));
    parser.add_option("--query-file", options->queryFile, "File with the query that was run")
        ->type_name("FILE");
    parser.add_option("--hits", options->hits, "Hits that the source reported")
        ->check(CLI::NonNegativeNumber);
    parser.add_option("--date", options->date, "When the search was run, as 2026-11-24, 2026-11 or 2026");
    parser.add_option("--format", options->format, "Read as this format, not as the one detected");
    parser.add_option("--map", options->maps, "What a column is, as title=Titel; may be repeated")
        ->type_name("FIELD=COLUMN")
        ->allow_extra_args(false);
    parser.add_flag("--decisions", options->takesDecisions, "Also take what a screening tool wrote down");
    parser.add_option("--stage", options->stage, "Stage of decisions that do not tell theirs")
        ->check(CLI::IsMember({"title-abstract", "full-text"}));
    parser.add_option("--retry", options->retry, "The files hold what this import rejected, corrected")
        ->check(CLI::PositiveNumber)
        ->type_name("IMPORT");
    auto *report = parser.add_flag("--report", options->isReport, "List the imports and what each rejected");
    parser.add_option("--import", options->import, "Report on this import only")
        ->check(CLI::PositiveNumber)
        ->needs(report);
    parser
        .add_option("-o,--output", options->output, "Write the rejected records to a file, to correct them")
        ->type_name("FILE")
        ->needs(report);
    parser.add_option("--search", options->search, "The files belong to this noted search (see search-run)")
        ->check(CLI::PositiveNumber)
        ->excludes("--source")
        ->excludes("--query-file")
        ->excludes("--hits");
    parser.add_option("--reviewer", options->reviewer, "Who imports");
    parser.add_flag("--json", options->isJson, "Report as JSON");
    return [options](const Context &context) { return run(*options, context); };
}

} // namespace

const Command import_files{
    "import",
    "Read exported files into the review; every record of a file is stored or listed as rejected",
    "  winnow import review.winnow scopus.ris --source Scopus --query-file step2.scopus --hits 26\n"
    "  winnow import review.winnow part1.nbib part2.nbib --source PubMed --json\n"
    "  winnow import review.winnow hits.csv --map title=Titel --map abstract=Zusammenfassung\n"
    "  winnow import review.winnow --report --import 3 -o rejected.ris",
    define};

} // namespace winnow::cli
