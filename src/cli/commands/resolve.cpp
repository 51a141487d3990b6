#include "app/conflicts.h"
#include "app/record_keys.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command resolve;

namespace {

struct Options
{
    StageOptions stage;
    std::string key;
    app::ResolveRequest request;
    bool isByThirdPerson = false;
};

int settle(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    app::ResolveRequest request = options.request;
    request.record = *record;
    request.stage = options.stage.stage;
    request.isConsensus = !options.isByThirdPerson;
    if (auto done = app::resolve(*workspace, request); !done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << ": " << toString(request.verdict) << " at "
                << toString(request.stage) << (request.isConsensus ? " by consensus" : " by a third person")
                << "; the votes stay in the log.\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    addStageOptions(parser, options->stage);
    parser.add_option("key", options->key, "Key or #number of the record")->required()->type_name("KEY");
    addVerdictOption(parser, options->request.verdict)->required();
    parser.add_option("--reason", options->request.reason, "Reason of an exclusion");
    parser.add_option("--note", options->request.note, "How it was settled");
    parser.add_flag("--third-person",
                    options->isByThirdPerson,
                    "Who decides did not vote; otherwise the reviewers agreed");
    return [options](const Context &context) { return settle(*options, context); };
}

} // namespace

const Command resolve{
    "resolve",
    "Settle a conflict, by consensus or as a third person",
    "  winnow resolve review.winnow Hassan2020 --stage title-abstract --verdict include\n"
    "  winnow resolve review.winnow Ge2024 --stage full-text --verdict exclude --reason \"no "
    "data\" --third-person --reviewer cleo",
    define};

} // namespace winnow::cli
