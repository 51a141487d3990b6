#include "app/convert_file.h"
#include "cli/command.h"
#include "cli/mapping.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command convert;

namespace {

struct Options
{
    std::vector<std::string> files;
    std::string format;
    std::vector<std::string> maps;
    std::string output;
    std::string outputFormat;
};

int run(const Options &options, const Context &context)
{
    auto columns = mappingsFrom(options.maps);
    if (!columns) {
        return context.fail(columns.error());
    }
    app::ConvertRequest request{
        {}, options.format, *std::move(columns), options.output, options.outputFormat};
    request.files.assign(options.files.begin(), options.files.end());
    auto outcome = app::convertFiles(request, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    for (const RejectedRow &row : outcome->rejected) {
        context.err << "line " << row.line << " rejected: " << printable(row.reason) << '\n';
    }
    context.out << "Wrote " << counted(outcome->written, "record") << " to " << options.output << ".\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("files", options->files, "Files, folders, zip archives or workbooks")
        ->required()
        ->type_name("FILE...");
    parser.add_option("-o,--output", options->output, "Where to write; the name tells the format")
        ->required()
        ->type_name("FILE");
    parser.add_option("--to", options->outputFormat, "Write this format, whatever the name")
        ->type_name("FORMAT");
    parser.add_option("--format", options->format, "Read as this format, not as the one detected");
    parser.add_option("--map", options->maps, "What a column is, as title=Titel; may be repeated")
        ->type_name("FIELD=COLUMN")
        ->allow_extra_args(false);
    return [options](const Context &context) { return run(*options, context); };
}

} // namespace

const Command convert{"convert",
                      "Write the records of files in another format, without a review",
                      "  winnow convert hits.ris -o hits.bib",
                      define};

} // namespace winnow::cli
