#include "app/duplicates.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command split;

namespace {

struct Options
{
    std::string review;
    std::string key;
    std::string reviewer;
};

int splitRecord(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    auto done = app::splitDuplicate(*workspace, *record);
    if (!done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key)
                << " stands for itself again, and deduplication will leave it so.\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("key", options->key, "Key or #number of the record")->required()->type_name("KEY");
    parser.add_option("--reviewer", options->reviewer, "Who does it");
    return [options](const Context &context) { return splitRecord(*options, context); };
}

} // namespace

const Command split{"split",
                    "Take a record out of its group of duplicates",
                    "  winnow split review.winnow Hassan2020",
                    define};

} // namespace winnow::cli
