#include "app/duplicates.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command dedupe;

namespace {

struct Options
{
    std::string review;
    std::string reviewer;
    std::string tier = "safe";
    bool isJson = false;
};

int findDuplicates(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto outcome = app::deduplicate(*workspace, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    const auto groups = static_cast<std::int64_t>(outcome->newGroups.size());
    const std::int64_t unique = outcome->records - outcome->removed;
    if (options.isJson) {
        printJson(context.out,
                  {{"records", outcome->records},
                   {"groups", groups},
                   {"removed_now", outcome->removedNow},
                   {"removed", outcome->removed},
                   {"unique", unique},
                   {"grey", outcome->grey},
                   {"conflicts", outcome->conflicts}});
        return Done;
    }
    for (const app::DuplicateGroup &group : outcome->newGroups) {
        auto keys = app::keysOf(*workspace, group.members);
        auto kept = app::keysOf(*workspace, std::span(&group.kept, 1));
        if (!keys || !kept) {
            return context.fail(!keys ? keys.error() : kept.error());
        }
        context.out << "  " << printable(kept->front()) << " stands for";
        for (std::size_t i = 0; i < keys->size(); ++i) {
            if (group.members[i] != group.kept) {
                context.out << ' ' << printable((*keys)[i]);
            }
        }
        context.out << " (" << group.rule << ")\n";
    }
    context.out << counted(outcome->records, "record") << ": " << counted(groups, "new group") << ", "
                << grouped(outcome->removedNow) << " duplicates removed now, " << grouped(outcome->removed)
                << " in all; " << grouped(unique)
                << " unique records remain.\nNothing was deleted: winnow split takes a record out again.\n";
    if (outcome->conflicts > 0) {
        context.out << counted(outcome->conflicts, "new group")
                    << " held different decisions, which are conflicts now: decide on them anew.\n";
    }
    if (outcome->grey > 0) {
        context.out << counted(outcome->grey, "more pair")
                    << " may be the same: winnow duplicates --tier grey lists them.\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--reviewer", options->reviewer, "Who does it");
    parser
        .add_option(
            "--tier",
            options->tier,
            "safe (the default): what is surely the same. Pairs of the grey tier are for a person to judge")
        ->check(CLI::IsMember({"safe"}));
    parser.add_flag("--json", options->isJson, "Report as JSON");
    return [options](const Context &context) { return findDuplicates(*options, context); };
}

} // namespace

const Command dedupe{"dedupe",
                     "Link records that are surely the same, and say how many more may be",
                     "  winnow dedupe review.winnow",
                     define};

} // namespace winnow::cli
