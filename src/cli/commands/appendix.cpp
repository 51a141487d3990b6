#include "app/reporting.h"
#include "cli/command.h"

#include <ostream>

namespace winnow::cli {

extern const Command appendix;

namespace {

struct Options
{
    std::string review;
    std::vector<std::string> files;
};

int writeAppendix(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    for (const std::string &file : options.files) {
        if (auto done = app::publishSearchAppendix(*workspace, file); !done) {
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
    parser.add_option("-o,--output", options->files, "Where to write: .docx, .html or .md")
        ->required()
        ->type_name("FILE");
    return [options](const Context &context) { return writeAppendix(*options, context); };
}

} // namespace

const Command appendix{"appendix",
                       "Write the appendix on searches that PRISMA-S asks for",
                       "  winnow appendix review.winnow -o searches.docx -o searches.md",
                       define};

} // namespace winnow::cli
