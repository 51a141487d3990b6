#include "app/evidence_tables.h"
#include "cli/command.h"

#include <ostream>

namespace winnow::cli {

extern const Command table;

namespace {

struct Options
{
    std::string review;
    std::string id;
    std::vector<std::string> files;
};

int writeTable(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    for (const std::string &file : options.files) {
        auto done = app::publishTable(*workspace, options.id, file);
        if (!done) {
            return context.fail(done.error());
        }
        context.out << "Wrote " << file << ".\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("id", options->id, "Which table; winnow tables lists them")
        ->required()
        ->type_name("ID");
    parser.add_option("-o,--output", options->files, "Where to write; the end of the name says how, as .docx, .xlsx or .html")
        ->required()
        ->type_name("FILE");
    return [options](const Context &context) { return writeTable(*options, context); };
}

} // namespace

const Command table{"table",
                    "Write an evidence table with its computed reference numbers",
                    "  winnow table review.winnow table-1 -o table-1.html -o table-1.md",
                    define};

} // namespace winnow::cli
