#include "app/export_records.h"

#include "app/standing.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

// NOLINTNEXTLINE(readability-identifier-naming): the table of commands goes by the names of the files
extern const Command export_records;

namespace {

struct Options
{
    std::string review;
    std::string file;
    std::string format;
    std::string query;
    std::string queryFile;
    std::string stage;
    std::string verdict;
    std::string reviewer;
};

int exportToFile(const Options &options, const Context &context)
{
    auto query = queryText(options.query, options.queryFile);
    if (!query) {
        return context.fail(query.error());
    }
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    const app::ExportRequest request{options.file,
                                     options.format,
                                     *std::move(query),
                                     stageFromString(options.stage),
                                     verdictFromString(options.verdict)};
    auto written = app::exportRecords(*workspace, request, context.task);
    if (!written) {
        return context.fail(written.error());
    }
    context.out << "Wrote " << counted(*written, "record") << " to " << options.file << ".\n";
    auto blinded = app::blindedRecords(*workspace);
    if (blinded && *blinded > 0) {
        context.out << "What others said of " << counted(*blinded, "record") << " is hidden from "
                    << printable(workspace->reviewer()) << " and was left out; winnow unblind opens it.\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option("-o,--output",
                    options->file,
                    "Where to write: .ris, .nbib, .bib, .xml (EndNote), .json (CSL-JSON), .winnow.json, .csv "
                    "or .xlsx")
        ->required()
        ->type_name("FILE");
    parser.add_option("--format", options->format, "Write this format, whatever the name");
    auto *query = parser.add_option("--query", options->query, "Only records that match, in Scopus syntax");
    parser.add_option("--query-file", options->queryFile, "The same, from a file")->excludes(query);
    auto *stage = parser.add_option("--stage", options->stage, "Stage that --verdict is about")
                      ->check(CLI::IsMember({"title-abstract", "full-text"}));
    auto *verdict = parser.add_option("--verdict", options->verdict, "Only records with this outcome")
                        ->check(CLI::IsMember({"include", "exclude", "maybe"}));
    parser
        .add_option(
            "--reviewer", options->reviewer, "Who exports: others' decisions are blind until they are opened")
        ->type_name("NAME");
    stage->needs(verdict);
    verdict->needs(stage);
    return [options](const Context &context) { return exportToFile(*options, context); };
}

} // namespace

const Command export_records{
    "export",
    "Write records with their decisions",
    "  winnow export review.winnow -o included.ris --stage full-text --verdict include",
    define};

} // namespace winnow::cli
