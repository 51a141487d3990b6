#include "app/record_keys.h"
#include "app/stages.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command unblind;

namespace {

struct Options
{
    StageOptions stage;
    std::string key;
};

int openUp(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (options.key.empty()) {
        if (auto done = app::openStage(*workspace, options.stage.stage); !done) {
            return context.fail(done.error());
        }
        context.out << "All verdicts at " << toString(options.stage.stage)
                    << " can be seen from now on; the log says who opened them.\n";
        return Done;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    if (auto done = app::openRecord(*workspace, options.stage.stage, *record); !done) {
        return context.fail(done.error());
    }
    context.out << "The verdicts on " << printable(options.key) << " at " << toString(options.stage.stage)
                << " can be seen from now on; the log says who opened them.\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    addStageOptions(parser, options->stage);
    parser.add_option("key", options->key, "Only of this record; all of the stage where it is left out")
        ->type_name("KEY");
    return [options](const Context &context) { return openUp(*options, context); };
}

} // namespace

const Command unblind{"unblind",
                      "Let everybody see what all said at a stage, or there on one record",
                      "  winnow unblind review.winnow --stage title-abstract\n"
                      "  winnow unblind review.winnow Hassan2020 --stage full-text",
                      define};

} // namespace winnow::cli
