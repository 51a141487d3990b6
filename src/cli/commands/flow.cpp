#include "app/flow_check.h"
#include "app/manuscript.h"
#include "cli/command.h"
#include "cli/flow_numbers.h"
#include "cli/flow_style.h"
#include "cli/text.h"
#include "flow/manuscript.h"

#include <algorithm>
#include <array>
#include <iterator>
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
    std::string counts;
    std::vector<std::string> files;
    FlowStyleArguments style;
    FlowSelection selection;
};

struct CheckOptions
{
    std::string source;
    std::vector<std::string> manuscripts;
    bool asJson = false;
    bool isChosen = false;
};

/// Severities with the names of their lists and of one of them.
constexpr std::array<std::tuple<Severity, std::string_view, std::string_view>, 3> kSeverities{
    {{Severity::Error, "errors", "error  "},
     {Severity::Warning, "warnings", "warning"},
     {Severity::Advice, "advice", "advice "}}};

std::optional<winnow::flow::Numbers> numbersOfFile(const std::string &file, const Context &context)
{
    auto numbers = app::readNumbers(file);
    if (!numbers) {
        static_cast<void>(context.fail(numbers.error()));
        return std::nullopt;
    }
    return *std::move(numbers);
}

/// Of a review, or of a file with numbers that were entered elsewhere; none where that was refused and said
/// so.
std::optional<winnow::flow::Numbers> numbersOf(const std::string &source, const Context &context)
{
    if (app::isNumbersFile(source)) {
        return numbersOfFile(source, context);
    }
    return numbersOfReview(source, {}, context);
}

/// Of what was named; of nothing named the empty template.
std::optional<winnow::flow::Numbers> numbersToDraw(const Options &options, const Context &context)
{
    if (!options.counts.empty()) {
        return numbersOfFile(options.counts, context);
    }
    if (!options.review.empty()) {
        return numbersOfReview(options.review, options.selection, context);
    }
    winnow::flow::Numbers blank;
    blank.variant = winnow::flow::variantFromString(options.style.variant).value_or(blank.variant);
    return blank;
}

/// "41,231 screened, " where the number is known.
std::string told(const winnow::flow::Number &number, std::string_view what)
{
    return number.value ? ", " + grouped(*number.value) + " " + std::string(what) : std::string();
}

/// Says what was written.
void tell(const Context &context, const winnow::flow::Numbers &numbers, const app::FlowFile &written)
{
    const std::string sums = told(numbers.screened, "screened") + told(numbers.reports.assessed, "assessed") +
                             told(numbers.included.reports, "reports included");
    context.out << "Wrote " << written.file.string() << (sums.empty() ? "" : ": " + sums.substr(2))
                << (winnow::flow::isFinished(numbers) ? ".\n"
                                                      : "; a draft, since screening is not finished.\n");
    for (const std::string &objection : written.objections) {
        context.err << "winnow: " << printable(objection) << '\n';
    }
}

int drawFlow(const Options &options, const Context &context)
{
    auto style = flowStyle(options.style);
    if (!style) {
        return context.fail(style.error());
    }
    const auto numbers = numbersToDraw(options, context);
    if (!numbers) {
        return Refused;
    }
    const auto entries = entriesFor(options.review, options.selection, options.files, context);
    if (!entries) {
        return Refused;
    }
    style->options.isDraft = !winnow::flow::isFinished(*numbers);
    for (const std::string &file : options.files) {
        const auto written = app::publishNumbers(*numbers, *entries, file, *style);
        if (!written) {
            return context.fail(written.error());
        }
        tell(context, *numbers, *written);
    }
    printRemarks(context, *numbers);
    for (const Finding &finding : winnow::flow::check(*numbers)) {
        if (finding.severity == Severity::Error) {
            context.err << "winnow: The numbers do not add up: " << printable(finding.message) << '\n';
        }
    }
    return Done;
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
    std::vector<Finding> findings = winnow::flow::check(*numbers);
    for (const std::string &file : options.manuscripts) {
        const auto text = app::manuscriptText(file);
        if (!text) {
            return context.fail(text.error());
        }
        std::ranges::move(winnow::flow::checkManuscript(*numbers, *text), std::back_inserter(findings));
    }
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
    check
        ->add_option(
            "--text",
            options.manuscripts,
            "A manuscript (.docx or plain text, in English) whose numbers must be those of the diagram; "
            "may be given several times")
        ->type_name("FILE");
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
            "--counts",
            options->counts,
            "Instead of a review: numbers entered elsewhere, as a CSV of the R package PRISMA2020 or JSON")
        ->type_name("FILE")
        ->excludes(review);
    parser
        .add_option("-o,--output",
                    options->files,
                    "Where to write: .svg, .pdf, .eps, .png, .tif, .docx, .html or .tex for the diagram, "
                    ".txt for the "
                    "words that describe it, .json or .csv (of the R package PRISMA2020) for its numbers")
        ->type_name("FILE");
    defineFlowStyle(parser, options->style);
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
        const bool hasSource =
            !options->review.empty() || !options->counts.empty() || !options->style.variant.empty();
        if (!hasSource || options->files.empty()) {
            context.err
                << "winnow: Name a review (or --counts FILE, or for an empty diagram --template) and with "
                   "-o what to write, such as prisma.svg; "
                   "winnow flow --help tells more.\n";
            return int{UsedWrongly};
        }
        return drawFlow(*options, context);
    };
}

} // namespace

const Command flow{"flow",
                   "Write the PRISMA flow diagram, its numbers computed from the log",
                   "  winnow flow review.winnow -o prisma.pdf -o counts.json\n"
                   "  winnow flow review.winnow -o figure-1.tif --preset plos\n"
                   "  winnow flow --counts PRISMA.csv -o prisma.svg --template new-other\n"
                   "  winnow flow review.winnow --box records_excluded --ids\n"
                   "  winnow flow snapshot review.winnow --name submitted\n"
                   "  winnow flow diff review.winnow submitted\n"
                   "  winnow flow check PRISMA.csv\n"
                   "  winnow flow check review.winnow --text manuscript.docx",
                   define};

} // namespace winnow::cli
