#include "app/record_keys.h"
#include "app/stages.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command skip;

namespace {

struct Options
{
    StageOptions stage;
    std::string key;
};

int putOff(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    if (auto done = app::skip(*workspace, options.stage.stage, *record); !done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << " comes last at " << toString(options.stage.stage) << ".\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    addStageOptions(parser, options->stage);
    parser.add_option("key", options->key, "Key or #number of the record")->required()->type_name("KEY");
    return [options](const Context &context) { return putOff(*options, context); };
}

} // namespace

const Command skip{
    "skip", "Put a record off", "  winnow skip review.winnow Hassan2020 --stage title-abstract", define};

} // namespace winnow::cli
