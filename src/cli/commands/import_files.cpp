#include "app/import_files.h"

#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

// NOLINTNEXTLINE(readability-identifier-naming): the table of commands goes by the names of the files
extern const Command import_files;

namespace {

using nlohmann::ordered_json;

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
    std::int64_t search = 0;
    std::string reviewer;
    bool isJson = false;
};

constexpr std::size_t kShownRejections = 20;

void printText(const Context &context, const app::ImportOutcome &outcome)
{
    std::int64_t stored = 0;
    for (const app::ImportedFile &file : outcome.files) {
        stored += file.stored;
        context.out << file.file.string() << " (" << file.formatLabel
                    << "): " << counted(file.inFile, "record") << " in the file = " << grouped(file.stored)
                    << " stored + " << grouped(static_cast<std::int64_t>(file.rejected.size()))
                    << " rejected\n";
        for (std::size_t i = 0; i < file.rejected.size() && i < kShownRejections; ++i) {
            context.out << "  line " << file.rejected[i].line
                        << " rejected: " << printable(file.rejected[i].reason) << '\n';
        }
        if (file.rejected.size() > kShownRejections) {
            context.out << "  ... and " << file.rejected.size() - kShownRejections
                        << " more; --json lists all\n";
        }
        for (const Diagnostic &notice : file.notices) {
            context.out << "  note"
                        << (notice.line > 0 ? ", line " + std::to_string(notice.line) : std::string()) << ": "
                        << printable(notice.field.empty() ? notice.text : notice.field + ": " + notice.text)
                        << '\n';
        }
    }
    context.out << counted(stored, "record") << " from " << printable(outcome.source)
                << " are in the review. Next: winnow dedupe REVIEW\n";
}

ordered_json toJson(const app::ImportOutcome &outcome)
{
    ordered_json files = ordered_json::array();
    for (const app::ImportedFile &file : outcome.files) {
        ordered_json rejected = ordered_json::array();
        for (const RejectedRow &row : file.rejected) {
            rejected.push_back({{"line", row.line}, {"reason", row.reason}});
        }
        files.push_back({{"file", file.file.string()},
                         {"format", file.format},
                         {"in_file", file.inFile},
                         {"stored", file.stored},
                         {"rejected", std::move(rejected)}});
    }
    return {{"files", std::move(files)}};
}

int import(const Options &options, const Context &context)
{
    app::ImportRequest request;
    request.files.assign(options.files.begin(), options.files.end());
    request.source = options.source;
    request.kind = sourceKindFromString(options.kind).value_or(SourceKind::Other);
    request.date = options.date;
    request.format = options.format;
    if (options.hits >= 0) {
        request.hits = options.hits;
    }
    if (options.search > 0) {
        request.search = SearchId{options.search};
    }
    auto query = queryText({}, options.queryFile);
    if (!query) {
        return context.fail(query.error());
    }
    request.query = *std::move(query);
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto outcome = app::importFiles(*workspace, request, context.task);
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

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option("files", options->files, "What a database exported; all files of one call are one search")
        ->required()
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
    parser.add_option("--search", options->search, "The files belong to this noted search (see search-run)")
        ->check(CLI::PositiveNumber)
        ->excludes("--source")
        ->excludes("--query-file")
        ->excludes("--hits");
    parser.add_option("--reviewer", options->reviewer, "Who imports");
    parser.add_flag("--json", options->isJson, "Report as JSON");
    return [options](const Context &context) { return import(*options, context); };
}

} // namespace

const Command import_files{
    "import",
    "Read exported files into the review; every record of a file is stored or listed as rejected",
    "  winnow import review.winnow scopus.ris --source Scopus --query-file step2.scopus --hits 26\n"
    "  winnow import review.winnow part1.nbib part2.nbib --source PubMed --json",
    define};

} // namespace winnow::cli
