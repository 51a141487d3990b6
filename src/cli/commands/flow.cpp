#include "app/flow_diagram.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command flow;

namespace {

struct Options
{
    std::string review;
    std::vector<std::string> files;
    winnow::flow::DiagramOptions diagram;
};

int drawFlow(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    for (const std::string &file : options.files) {
        auto outcome = app::publishFlow(*workspace, file, options.diagram);
        if (!outcome) {
            return context.fail(outcome.error());
        }
        const winnow::flow::Counts &counts = outcome->counts;
        context.out << "Wrote " << file << ": " << grouped(counts.identified()) << " identified, "
                    << grouped(counts.screened) << " screened, " << grouped(counts.assessed) << " assessed, "
                    << counted(counts.reportsIncluded, "report") << " included"
                    << (counts.isFinished() ? ".\n" : "; a draft, since screening is not finished.\n");
        if (&file == &options.files.front()) {
            for (const std::string &sentence : outcome->contradictions) {
                context.err << "winnow: The numbers do not add up: " << printable(sentence) << '\n';
            }
        }
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option(
            "-o,--output", options->files, "Where to write: .svg for the diagram, .json for its numbers")
        ->required()
        ->type_name("FILE");
    parser.add_option("--width", options->diagram.widthMm, "Width of the diagram in millimetres")
        ->check(CLI::Range(60.0, 400.0));
    parser.add_option("--font-size", options->diagram.fontSizePt, "Type size in points")
        ->check(CLI::Range(5.0, 24.0));
    return [options](const Context &context) { return drawFlow(*options, context); };
}

} // namespace

const Command flow{"flow",
                   "Write the PRISMA 2020 flow diagram, its numbers computed from the log",
                   "  winnow flow review.winnow -o prisma.svg -o counts.json",
                   define};

} // namespace winnow::cli
