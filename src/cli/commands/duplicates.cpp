#include "app/duplicates.h"

#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command duplicates;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    bool isJson = false;
};

int listDuplicates(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    auto groups = app::duplicateGroups(*workspace);
    if (!groups) {
        return context.fail(groups.error());
    }
    ordered_json list = ordered_json::array();
    for (const app::DuplicateGroup &group : *groups) {
        auto keys = app::keysOf(*workspace, group.members);
        if (!keys) {
            return context.fail(keys.error());
        }
        if (options.isJson) {
            list.push_back({{"kept", keys->front()}, {"members", *keys}, {"tier", group.tier}});
            continue;
        }
        context.out << printable(keys->front());
        for (std::size_t i = 1; i < keys->size(); ++i) {
            context.out << (i == 1 ? " stands for " : ", ") << printable((*keys)[i]);
        }
        context.out << " (" << group.rule << ")\n";
    }
    if (options.isJson) {
        printJson(context.out, list);
    } else if (groups->empty()) {
        context.out << "There are no duplicates; winnow dedupe looks for them.\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_flag(
        "--json", options->isJson, "As [{\"kept\": key, \"members\": [keys], \"tier\": \"safe\"}]");
    return [options](const Context &context) { return listDuplicates(*options, context); };
}

} // namespace

const Command duplicates{"duplicates",
                         "List the groups of duplicates that hold now",
                         "  winnow duplicates review.winnow --json",
                         define};

} // namespace winnow::cli
