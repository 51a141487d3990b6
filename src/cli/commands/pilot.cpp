#include "app/pilot.h"

#include "cli/stage_option.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command pilot;

namespace {

struct Options
{
    StageOptions stage;
    std::size_t size = 0;
    std::uint64_t seed = 1;
};

int draw(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto drawn = app::drawPilot(*workspace, {options.stage.stage, options.size, options.seed});
    if (!drawn) {
        return context.fail(drawn.error());
    }
    context.out << counted(*drawn, "record") << " drawn for the pilot round at "
                << toString(options.stage.stage) << " with seed " << options.seed
                << ". They come first for every reviewer; winnow agreement --pilot says how far all agree.\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    addStageOptions(parser, options->stage);
    parser.add_option("--size", options->size, "How many records")->required();
    parser.add_option("--seed", options->seed, "Seed of the sample; 1 is the default");
    return [options](const Context &context) { return draw(*options, context); };
}

} // namespace

const Command pilot{"pilot",
                    "Draw a random sample that all reviewers of a stage read first",
                    "  winnow pilot review.winnow --stage title-abstract --size 50 --seed 7",
                    define};

} // namespace winnow::cli
