#include "app/stopping.h"

#include "cli/choice.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <map>
#include <ostream>

namespace winnow::cli {

extern const Command stopping;

namespace {

using nlohmann::ordered_json;

struct Options
{
    StageOptions stage;
    app::StoppingRequest request;
    std::optional<std::size_t> drawn;
    std::uint64_t seed = 1;
    bool isRecorded = false;
    bool stops = false;
};

ordered_json numbersOf(const app::StoppingReport &report)
{
    ordered_json numbers = ordered_json::object();
    for (const auto &[name, value] : report.numbers) {
        numbers[std::string(name)] = value;
    }
    return numbers;
}

int draw(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto drawn = app::drawTailSample(workspace, options.stage.stage, *options.drawn, options.seed);
    if (!drawn) {
        return context.fail(drawn.error());
    }
    context.out << counted(*drawn, "record") << " drawn from what is not screened at "
                << toString(options.stage.stage)
                << "; they come first in every work list. When all are screened, --rule sample says what "
                   "they tell.\n";
    return Done;
}

int check(const Options &options, const Context &context, app::Workspace &workspace)
{
    app::StoppingRequest request = options.request;
    request.stage = options.stage.stage;
    auto report = options.isRecorded || options.stops ? app::recordStopping(workspace, request, options.stops)
                                                      : app::checkStopping(workspace, request);
    if (!report) {
        return context.fail(report.error());
    }
    if (options.stage.asJson) {
        printJson(context.out,
                  {{"rule", app::toString(request.rule)},
                   {"stop", report->advice.saysStop},
                   {"records", report->total},
                   {"screened", report->screened},
                   {"relevant", report->relevant},
                   {"numbers", numbersOf(*report)},
                   {"explanation", report->advice.explanation}});
        return Done;
    }
    context.out << grouped(report->screened) << " of " << counted(report->total, "record") << " screened, "
                << grouped(report->relevant) << " relevant. The rule says "
                << (report->advice.saysStop ? "stop.\n" : "go on.\n") << report->advice.explanation << '\n';
    if (options.stops) {
        context.out
            << "Screening at " << toString(request.stage)
            << " ends here; what was not screened counts as left out by an automation tool. winnow undo "
               "takes this back.\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const std::map<std::string, app::StoppingRule> rules{{"run", app::StoppingRule::Run},
                                                         {"buscar", app::StoppingRule::Buscar},
                                                         {"sample", app::StoppingRule::TailSample}};
    addStageOptions(parser, options->stage);
    parser.add_option("--rule", options->request.rule, "run, buscar (the default) or sample")
        ->transform(choiceOf(rules))
        ->type_name("RULE");
    parser.add_option(
        "--run", options->request.run, "Of run: so many irrelevant records in a row; 200 is the default");
    parser.add_option(
        "--recall", options->request.goal.recall, "Of the others: the recall to reach; 0.95 is the default");
    parser.add_option(
        "--confidence", options->request.goal.confidence, "How sure to be of it; 0.95 is the default");
    parser.add_option("--draw", options->drawn, "Draw a random sample of so many unscreened records")
        ->type_name("N");
    parser.add_option("--seed", options->seed, "Seed of the sample; 1 is the default");
    parser.add_flag("--record", options->isRecorded, "Write the answer down in the log");
    parser.add_flag("--stop", options->stops, "Write it down and end screening, whatever the rule says");
    return [options](const Context &context) {
        const auto workspace = context.open(options->stage.review, options->stage.reviewer);
        if (!workspace) {
            return int{Refused};
        }
        return options->drawn ? draw(*options, context, *workspace) : check(*options, context, *workspace);
    };
}

} // namespace

const Command stopping{
    "stopping",
    "Say whether screening can stop, with the numbers and what they rest on",
    "  winnow stopping review.winnow --rule run --run 100\n"
    "  winnow stopping review.winnow --rule buscar --recall 0.95 --confidence 0.95 --record\n"
    "  winnow stopping review.winnow --draw 200\n"
    "  winnow stopping review.winnow --rule sample --stop",
    define};

} // namespace winnow::cli
