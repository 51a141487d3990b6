#include "app/import_files.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

// NOLINTNEXTLINE(readability-identifier-naming): the table of commands goes by the names of the files
extern const Command search_run;

namespace {

struct Options
{
    std::string review;
    app::SearchRunRequest request;
    std::string kind = "database";
    std::string queryFile;
    std::string reviewer;
    bool isJson = false;
};

int noteSearch(const Options &options, const Context &context)
{
    app::SearchRunRequest request = options.request;
    request.kind = sourceKindFromString(options.kind).value_or(SourceKind::Other);
    auto query = queryText({}, options.queryFile);
    if (!query) {
        return context.fail(query.error());
    }
    request.query = *std::move(query);
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto search = app::noteSearchRun(*workspace, request);
    if (!search) {
        return context.fail(search.error());
    }
    if (options.isJson) {
        printJson(context.out, {{"search", search->value}, {"hits", request.hits}});
    } else {
        context.out << "Noted search " << search->value << ": " << counted(request.hits, "record")
                    << " identified at " << printable(request.source)
                    << ".\nImport records that belong to it with: winnow import REVIEW FILE --search "
                    << search->value << '\n';
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--source", options->request.source, "Where the search was run")
        ->required()
        ->type_name("NAME");
    parser.add_option("--kind", options->kind, "What kind of source it is")
        ->check(CLI::IsMember({"database", "register", "website", "organisation", "citation", "other"}));
    parser.add_option("--query-file", options->queryFile, "File with the query that was run")
        ->type_name("FILE");
    parser.add_option("--hits", options->request.hits, "Hits that the source reported")
        ->required()
        ->check(CLI::NonNegativeNumber);
    parser.add_option("--date", options->request.date, "When it was run, as 2026-11-24, 2026-11 or 2026");
    parser.add_option("--note", options->request.note, "Anything a reader should know");
    parser.add_option("--reviewer", options->reviewer, "Who notes it");
    parser.add_flag("--json", options->isJson, "Report as JSON");
    return [options](const Context &context) { return noteSearch(*options, context); };
}

} // namespace

const Command search_run{
    "search-run",
    "Note a search whose records were not all imported; its hits count as identified",
    "  winnow search-run review.winnow --source Scopus --query-file step1.scopus --hits 41231 --date 2024",
    define};

} // namespace winnow::cli
