#include "app/flow_check.h"
#include "app/flow_diagram.h"
#include "cli/command.h"
#include "cli/flow_numbers.h"
#include "cli/text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ostream>
#include <tuple>

namespace winnow::cli {

extern const Command flow;

namespace {

using nlohmann::ordered_json;
using winnow::flow::Finding;
using winnow::flow::Severity;

struct Options
{
    std::string review;
    std::vector<std::string> files;
    winnow::flow::DiagramOptions diagram;
    FlowSelection selection;
};

struct CheckOptions
{
    std::string source;
    bool asJson = false;
    bool isChosen = false;
};

/// Severities with the names of their lists and of one of them.
constexpr std::array<std::tuple<Severity, std::string_view, std::string_view>, 3> kSeverities{
    {{Severity::Error, "errors", "error  "},
     {Severity::Warning, "warnings", "warning"},
     {Severity::Advice, "advice", "advice "}}};

int drawFlow(const Options &options, const Context &context)
{
    const auto workspace = openSelected(options.review, options.selection, context);
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
            printRemarks(context, winnow::flow::numbersOf(counts));
            for (const std::string &sentence : outcome->contradictions) {
                context.err << "winnow: The numbers do not add up: " << printable(sentence) << '\n';
            }
        }
    }
    return Done;
}

/// Of a review, or of a file with numbers that were entered elsewhere; none where that was refused and said
/// so.
std::optional<winnow::flow::Numbers> numbersOf(const std::string &source, const Context &context)
{
    if (app::isNumbersFile(source)) {
        auto numbers = app::readNumbers(source);
        if (!numbers) {
            static_cast<void>(context.fail(numbers.error()));
            return std::nullopt;
        }
        return *std::move(numbers);
    }
    const auto workspace = context.open(source);
    if (!workspace) {
        return std::nullopt;
    }
    const auto counts = app::flowCounts(*workspace);
    if (!counts) {
        static_cast<void>(context.fail(counts.error()));
        return std::nullopt;
    }
    return winnow::flow::numbersOf(*counts);
}

void printFindings(const Context &context, const std::vector<Finding> &findings)
{
    for (const auto &[severity, list, word] : kSeverities) {
        for (const Finding &finding : findings) {
            if (finding.severity == severity) {
                context.out << word << ' ' << finding.rule << "  " << printable(finding.message) << '\n';
            }
        }
    }
    if (findings.empty()) {
        context.out << "The numbers add up.\n";
    }
}

ordered_json toJson(const std::vector<Finding> &findings)
{
    ordered_json json;
    for (const auto &[severity, list, word] : kSeverities) {
        ordered_json &entries = json[std::string(list)] = ordered_json::array();
        for (const Finding &finding : findings) {
            if (finding.severity == severity) {
                entries.push_back(
                    {{"rule", finding.rule}, {"message", finding.message}, {"boxes", finding.boxes}});
            }
        }
    }
    return json;
}

int checkNumbers(const CheckOptions &options, const Context &context)
{
    const auto numbers = numbersOf(options.source, context);
    if (!numbers) {
        return Refused;
    }
    const std::vector<Finding> findings = winnow::flow::check(*numbers);
    if (options.asJson) {
        printJson(context.out, toJson(findings));
    } else {
        printFindings(context, findings);
    }
    return std::ranges::count(findings, Severity::Error, &Finding::severity) == 0 ? Done : Refused;
}

void defineCheck(CLI::App &parser, CheckOptions &options)
{
    CLI::App *const check = parser.add_subcommand("check", "Check whether the numbers of a diagram add up");
    check
        ->add_option("source",
                     options.source,
                     "A review, or numbers entered elsewhere: a CSV of the R package PRISMA2020, or JSON")
        ->required()
        ->type_name("REVIEW|FILE");
    check->add_flag("--json", options.asJson, "As JSON: errors, warnings and advice");
    check->callback([&options] { options.isChosen = true; });
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const auto checking = std::make_shared<CheckOptions>();
    parser.require_subcommand(0, 1);
    defineCheck(parser, *checking);
    const auto step = std::make_shared<Action>();
    addFlowSteps(parser, step);
    addFlowSelection(parser, options->selection);
    auto *review = parser.add_option("review", options->review, "The review")->type_name("REVIEW");
    parser
        .add_option(
            "-o,--output",
            options->files,
            "Where to write: .svg for the diagram, .json or .csv (of the R package PRISMA2020) for its "
            "numbers")
        ->type_name("FILE")
        ->needs(review);
    parser.add_option("--width", options->diagram.widthMm, "Width of the diagram in millimetres")
        ->check(CLI::Range(60.0, 400.0));
    parser.add_option("--font-size", options->diagram.fontSizePt, "Type size in points")
        ->check(CLI::Range(5.0, 24.0));
    return [options, checking, step](const Context &context) {
        if (*step) {
            return (*step)(context);
        }
        if (checking->isChosen) {
            return checkNumbers(*checking, context);
        }
        if (!options->review.empty() && options->files.empty() && isListing(options->selection)) {
            return listFlow(options->review, options->selection, context);
        }
        if (options->review.empty() || options->files.empty()) {
            context.err << "winnow: Name a review and with -o what to write, such as prisma.svg; "
                           "winnow flow --help tells more.\n";
            return int{UsedWrongly};
        }
        return drawFlow(*options, context);
    };
}

} // namespace

const Command flow{"flow",
                   "Write the PRISMA 2020 flow diagram, its numbers computed from the log",
                   "  winnow flow review.winnow -o prisma.svg -o counts.json\n"
                   "  winnow flow check PRISMA.csv",
                   define};

} // namespace winnow::cli
