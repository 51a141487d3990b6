#include "app/flow_notes.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command study;

namespace {

struct Options
{
    std::string review;
    std::string key;
    std::vector<std::string> studies;
    bool isAlone = false;
    bool isOfPrevious = false;
    std::string reviewer;
};

int nameStudies(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    if (auto done = app::setStudies(*workspace, {*record, options.studies, options.isOfPrevious}); !done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << " reports";
    for (const std::string &name : options.studies) {
        context.out << (&name == &options.studies.front() ? " " : " and ") << printable(name);
    }
    context.out << (options.studies.empty() ? " a study of its own" : "")
                << (options.isOfPrevious ? ", of the previous version.\n" : ".\n");
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("key,--record", options->key, "Key or #number of the record")
        ->required()
        ->type_name("KEY");
    auto *what = parser.add_option_group("what", "One of")->require_option(1);
    what->add_option("--of",
                     options->studies,
                     "The study that its report tells of; can be repeated where it tells of several")
        ->type_name("STUDY")
        ->allow_extra_args(false);
    what->add_flag("--alone", options->isAlone, "It is the only report of a study of its own");
    parser.add_flag("--previous",
                    options->isOfPrevious,
                    "The previous version of the review had the study: a new report, but no new study");
    parser.add_option("--reviewer", options->reviewer, "Who says so")->type_name("NAME");
    return [options](const Context &context) { return nameStudies(*options, context); };
}

} // namespace

const Command study{"study",
                    "Say which reports tell of one study, so that the flow diagram counts it once",
                    "  winnow study review.winnow Smith2020 --of \"Smith trial\"\n"
                    "  winnow study review.winnow Smith2022 --of \"Smith trial\"\n"
                    "  winnow study review.winnow Lee2026 --of \"Lee cohort\" --previous",
                    define};

} // namespace winnow::cli
