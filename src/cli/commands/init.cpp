#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command init;

namespace {

struct Options
{
    std::string review;
    std::string title;
};

int makeReview(const Options &options, const Context &context)
{
    auto made = app::Workspace::create(options.review, options.title, context.services());
    if (!made) {
        return context.fail(made.error());
    }
    context.out << "Made the review \"" << printable(options.title) << "\" in " << options.review
                << ".\nNext: winnow import " << options.review
                << " FILE... with what your databases exported.\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "File to make, ending in .winnow")
        ->required()
        ->type_name("REVIEW");
    parser.add_option("--title", options->title, "Title of the review")->required()->type_name("TITLE");
    return [options](const Context &context) { return makeReview(*options, context); };
}

} // namespace

const Command init{"init",
                   "Make a new review file; never overwrites one",
                   "  winnow init review.winnow --title \"Digital tools in handicraft\"",
                   define};

} // namespace winnow::cli
