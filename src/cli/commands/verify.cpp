#include "app/verify.h"

#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command verify;

namespace {

struct Options
{
    std::string review;
    bool isJson = false;
};

int verifyReview(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    auto outcome = app::verify(*workspace, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const bool isSound = outcome->faults.empty();
    if (options.isJson) {
        printJson(context.out, {{"ok", isSound}, {"checks", outcome->checks}, {"faults", outcome->faults}});
        return isSound ? Done : Refused;
    }
    for (const std::string &check : outcome->checks) {
        context.out << check << '\n';
    }
    for (const std::string &fault : outcome->faults) {
        context.out << "  " << printable(fault) << '\n';
    }
    context.out << (isSound ? "The review is sound.\n"
                            : "The review has faults; keep this file and go back to your last copy.\n");
    return isSound ? Done : Refused;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return verifyReview(*options, context); };
}

} // namespace

const Command verify{"verify",
                     "Check the file, the event log against the current state, and the index",
                     "  winnow verify review.winnow",
                     define};

} // namespace winnow::cli
