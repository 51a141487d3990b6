#include "app/appraisal_file.h"
#include "app/appraisals.h"
#include "cli/appraisal_options.h"
#include "cli/command.h"
#include "cli/text.h"

#include <algorithm>
#include <optional>
#include <ostream>

namespace winnow::cli {

extern const Command bias;

namespace {

struct Options
{
    std::string source;
    std::string reviewer;
    std::string tool;
    std::optional<std::string> result;
    std::vector<std::string> files;
    std::string colours = "cochrane";
    std::optional<double> width;
    std::optional<double> fontSize;
    double dpi = 300;
    bool isSummary = false;
    bool isUnweighted = false;
};

/// None where that was refused and said so.
std::optional<appraisal::Appraisals> appraisalsToDraw(const Options &options, const Context &context)
{
    if (app::isAppraisalFile(options.source)) {
        auto tool = chosenTool(nullptr, options.tool);
        auto appraisals = tool ? app::readAppraisals(options.source, *tool) : std::move(tool).error();
        if (!appraisals) {
            static_cast<void>(context.fail(appraisals.error()));
            return std::nullopt;
        }
        return *std::move(appraisals);
    }
    const auto workspace = context.open(options.source, options.reviewer);
    if (!workspace) {
        return std::nullopt;
    }
    auto tool = chosenTool(workspace.get(), options.tool);
    auto shown = tool ? app::appraisalsOf(*workspace, *tool, options.result) : std::move(tool).error();
    if (!shown) {
        static_cast<void>(context.fail(shown.error()));
        return std::nullopt;
    }
    for (const std::string &notice : shown->notices) {
        context.err << "winnow: " << printable(notice) << '\n';
    }
    return std::move(shown->appraisals);
}

int draw(const Options &options, const Context &context)
{
    const auto appraisals = appraisalsToDraw(options, context);
    if (!appraisals) {
        return Refused;
    }
    app::AppraisalPlot plot{{options.width, 9, {}, !options.isUnweighted}, options.isSummary, options.dpi};
    plot.options.fontSizePt = options.fontSize.value_or(plot.options.fontSizePt);
    plot.options.colours =
        appraisal::coloursFromString(options.colours).value_or(appraisal::Colours::Cochrane);
    for (const std::string &file : options.files) {
        if (auto written = app::publishAppraisals(*appraisals, file, plot); !written) {
            return context.fail(written.error());
        }
        context.out << "Wrote " << file << ": "
                    << (options.isSummary ? "summary of " : "traffic-light plot of ")
                    << appraisal::studiesText(appraisals->studies.size()) << " by " << appraisals->tool->name
                    << ".\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser
        .add_option("source",
                    options->source,
                    "A review whose studies were appraised, or a CSV in the form of robvis: Study, D1, D2, "
                    "..., Overall and perhaps Weight")
        ->required()
        ->type_name("REVIEW|FILE");
    parser
        .add_option(
            "-o,--output",
            options->files,
            "Where to write: .svg, .pdf, .eps, .png, .tif, .docx, .html or .tex for the plot, .txt for "
            "the words that describe it, .csv for the judgements in the form of robvis")
        ->required()
        ->type_name("FILE");
    parser.add_flag("--summary", options->isSummary, "Bars of 100 % instead of a disc for each study");
    defineTool(parser, options->tool, " (default: the one that was used, or what the table looks like)");
    parser
        .add_option("--result",
                    options->result,
                    "Only this result of the studies; otherwise each result has a row of its own")
        ->type_name("NAME");
    parser
        .add_option("--colours,--colors",
                    options->colours,
                    "Colours of Cochrane, of robvis for the colour-blind, or greys")
        ->check(CLI::IsMember({"cochrane", "colourblind", "grey"}));
    parser.add_flag("--unweighted", options->isUnweighted, "The summary counts studies, not their weights");
    parser
        .add_option("--width",
                    options->width,
                    "Width in millimetres (default: 152 and more for long names; "
                    "203 for the summary)")
        ->check(CLI::Range(60.0, 400.0));
    parser.add_option("--font-size", options->fontSize, "Type size in points (default: 9)")
        ->check(CLI::Range(5.0, 24.0));
    parser.add_option("--dpi", options->dpi, "Resolution of .png and .tif (default: 300)")
        ->check(CLI::Range(72.0, 2400.0));
    parser.add_option("--reviewer", options->reviewer, "Who looks")->type_name("NAME");
    return [options](const Context &context) { return draw(*options, context); };
}

} // namespace

const Command bias{"bias",
                   "Draw the risk of bias of studies: traffic lights, or a summary in bars",
                   "  winnow bias review.winnow -o traffic-light.svg\n"
                   "  winnow bias review.winnow --summary -o summary.pdf\n"
                   "  winnow bias robvis.csv --tool rob2 --colours colourblind -o figure-3.tif",
                   define};

} // namespace winnow::cli
