#include "app/import_files.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command removal;

namespace {

struct Options
{
    std::string review;
    std::int64_t count = 0;
    std::string cause = "other";
    std::string note;
    std::string reviewer;
};

int removeBeforeScreening(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto noted = app::noteRemoval(*workspace, {options.count, options.cause == "automation", options.note});
    if (!noted) {
        return context.fail(noted.error());
    }
    context.out << "Noted " << counted(options.count, "record") << " removed before screening"
                << (options.note.empty() ? "" : ": " + printable(options.note)) << ".\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--count", options->count, "How many records were removed")
        ->required()
        ->check(CLI::PositiveNumber);
    parser
        .add_option(
            "--cause", options->cause, "Which line of the diagram: other reasons, or automation tools")
        ->check(CLI::IsMember({"other", "automation"}));
    parser.add_option("--note", options->note, "Why, in a few words that the diagram prints")->required();
    parser.add_option("--reviewer", options->reviewer, "Who notes it");
    return [options](const Context &context) { return removeBeforeScreening(*options, context); };
}

} // namespace

const Command removal{
    "removal",
    "Note records that were removed before screening and never imported, as a number with a note",
    "  winnow removal review.winnow --count 41205 --note \"outside the narrowed query (step 2)\"",
    define};

} // namespace winnow::cli
