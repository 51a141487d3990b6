#include "app/simulate.h"

#include "base/usage.h"
#include "cli/command.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <iomanip>
#include <ostream>

namespace winnow::cli {

extern const Command simulate;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string file;
    std::optional<std::int64_t> priorIncluded;
    std::optional<std::int64_t> priorExcluded;
    std::string model;
    std::int64_t seed = 0;
    bool isJson = false;
};

ordered_json toJson(const app::SimulationOutcome &outcome)
{
    ordered_json metrics = nullptr;
    if (outcome.metrics) {
        metrics = {{"loss", outcome.metrics->loss},
                   {"wss95", outcome.metrics->wss95},
                   {"wss95_cohen", outcome.metrics->wss95Cohen},
                   {"wss100", outcome.metrics->wss100},
                   {"atd", outcome.metrics->atd},
                   {"recall10", outcome.metrics->recall10}};
    }
    return {{"model", outcome.model},
            {"records", outcome.records},
            {"relevant", outcome.relevant},
            {"order", outcome.order},
            {"metrics", std::move(metrics)},
            {"cpu_s", usedCpuSeconds()},
            {"step_ms_median", outcome.stepMedianMs},
            {"peak_mb", peakMegabytes()}};
}

void print(std::ostream &out, const app::SimulationOutcome &outcome)
{
    out << "Model " << outcome.model << ": " << counted(static_cast<std::int64_t>(outcome.records), "record")
        << ", of which " << grouped(static_cast<std::int64_t>(outcome.relevant)) << " relevant\n";
    if (!outcome.metrics) {
        out << "No relevant record was left to find.\n";
        return;
    }
    const rank::Metrics &metrics = *outcome.metrics;
    out << "The last relevant record came after "
        << counted(static_cast<std::int64_t>(outcome.order.size()), "record") << ".\n"
        << std::fixed << std::setprecision(4) << "  loss            " << metrics.loss << '\n'
        << "  WSS@95          " << metrics.wss95 << "  (Cohen " << metrics.wss95Cohen << ")\n"
        << "  WSS@100         " << metrics.wss100 << '\n'
        << "  recall at 10 %  " << metrics.recall10 << '\n'
        << std::setprecision(1) << "  found after     " << metrics.atd << " records on average\n"
        << std::setprecision(2) << "  one step        " << outcome.stepMedianMs << " ms (median); "
        << usedCpuSeconds() << " s of processor time in all\n";
}

int run(const Options &options, const Context &context)
{
    const app::SimulationRequest request{
        options.file, options.priorIncluded, options.priorExcluded, options.model};
    const auto outcome = app::simulate(request, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*outcome));
    } else {
        print(context.out, *outcome);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser
        .add_option("data",
                    options->file,
                    "CSV file, may be gzip, with the columns title, abstract, label_included (1 or 0)")
        ->required()
        ->type_name("DATA.csv");
    parser
        .add_option("--prior-included",
                    options->priorIncluded,
                    "Row of a relevant record that is known before, counted from 0")
        ->type_name("ROW");
    parser
        .add_option("--prior-excluded",
                    options->priorExcluded,
                    "Row of an irrelevant record that is known before; without priors, records come in the "
                    "order of the file until one of each label is known")
        ->type_name("ROW");
    parser
        .add_option("--seed",
                    options->seed,
                    "For comparison with other programs; no model of Winnow draws by chance, so it changes "
                    "nothing")
        ->type_name("N");
    addModelOption(parser, options->model);
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return run(*options, context); };
}

} // namespace

const Command simulate{"simulate",
                       "Screen labelled records with the ranking and measure how soon all relevant ones come",
                       "  winnow simulate labelled.csv --prior-included 30 --prior-excluded 118\n"
                       "  winnow simulate labelled.csv.gz --prior-included 30 --prior-excluded 118 --model "
                       "elas_u4 --json",
                       define};

} // namespace winnow::cli
