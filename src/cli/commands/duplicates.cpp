#include "app/duplicates.h"

#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iomanip>
#include <ostream>

namespace winnow::cli {

extern const Command duplicates;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string reviewer;
    std::string tier;
    std::vector<std::string> together;
    std::vector<std::string> apart;
    std::vector<std::string> take; ///< field and key
    bool isJson = false;
};

Result<std::vector<RecordId>> recordsOf(app::Workspace &workspace, const std::vector<std::string> &keys)
{
    std::vector<RecordId> records;
    for (const std::string &key : keys) {
        auto record = app::recordFromKey(workspace, key);
        if (!record) {
            return std::move(record).error();
        }
        records.push_back(*record);
    }
    return records;
}

int listGroups(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto groups = app::duplicateGroups(workspace);
    if (!groups) {
        return context.fail(groups.error());
    }
    if (!options.tier.empty()) {
        std::erase_if(*groups, [&](const app::DuplicateGroup &group) { return group.tier != options.tier; });
    }
    ordered_json list = ordered_json::array();
    for (const app::DuplicateGroup &group : *groups) {
        auto keys = app::keysOf(workspace, group.members);
        if (!keys) {
            return context.fail(keys.error());
        }
        if (options.isJson) {
            list.push_back(
                {{"kept", keys->front()}, {"members", *keys}, {"tier", group.tier}, {"reason", group.rule}});
            continue;
        }
        context.out << printable(keys->front());
        for (std::size_t i = 1; i < keys->size(); ++i) {
            context.out << (i == 1 ? " stands for " : ", ") << printable((*keys)[i]);
        }
        context.out << " (" << printable(group.rule) << ")\n";
    }
    if (options.isJson) {
        printJson(context.out, list);
    } else if (groups->empty()) {
        context.out << "There are no duplicates; winnow dedupe looks for them.\n";
    }
    return Done;
}

int listGrey(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto pairs = app::likelyDuplicates(workspace, context.task);
    if (!pairs) {
        return context.fail(pairs.error());
    }
    ordered_json list = ordered_json::array();
    for (const app::LikelyDuplicate &pair : *pairs) {
        auto keys = app::keysOf(workspace, std::array{pair.a, pair.b});
        if (!keys) {
            return context.fail(keys.error());
        }
        if (options.isJson) {
            list.push_back(
                {{"a", (*keys)[0]}, {"b", (*keys)[1]}, {"score", pair.probability}, {"reason", pair.why}});
            continue;
        }
        context.out << std::setw(3) << static_cast<int>(std::lround(pair.probability * 100)) << " %  "
                    << printable((*keys)[0]) << "  " << printable((*keys)[1]) << "  (" << pair.why << ")\n";
    }
    if (options.isJson) {
        printJson(context.out, list);
    } else if (pairs->empty()) {
        context.out << "There are no pairs for a person to judge.\n";
    } else {
        context.out << "Say what they are with --merge A B or --keep-apart A B.\n";
    }
    return Done;
}

int mergeRecords(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto records = recordsOf(workspace, options.together);
    if (!records) {
        return context.fail(records.error());
    }
    auto group = app::mergeDuplicates(workspace, *records);
    if (!group) {
        return context.fail(group.error());
    }
    auto kept = app::keysOf(workspace, std::span(&group->kept, 1));
    if (!kept) {
        return context.fail(kept.error());
    }
    context.out << printable(kept->front()) << " stands for "
                << counted(static_cast<std::int64_t>(group->members.size()), "record")
                << " now, itself among them; winnow split takes one out again.\n";
    return Done;
}

int keepRecordsApart(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto records = recordsOf(workspace, options.apart);
    if (!records) {
        return context.fail(records.error());
    }
    if (auto kept = app::keepApart(workspace, records->at(0), records->at(1)); !kept) {
        return context.fail(kept.error());
    }
    context.out << printable(options.apart[0]) << " and " << printable(options.apart[1])
                << " are two records, and deduplication will leave them so.\n";
    return Done;
}

int takeField(app::Workspace &workspace, const Options &options, const Context &context)
{
    auto records = recordsOf(workspace, {options.take[1]});
    if (!records) {
        return context.fail(records.error());
    }
    if (auto chosen = app::chooseField(workspace, records->front(), options.take[0]); !chosen) {
        return context.fail(chosen.error());
    }
    context.out << "The group takes " << printable(options.take[0]) << " from " << printable(options.take[1])
                << " now; winnow undo takes that back.\n";
    return Done;
}

int work(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (!options.together.empty()) {
        return mergeRecords(*workspace, options, context);
    }
    if (!options.apart.empty()) {
        return keepRecordsApart(*workspace, options, context);
    }
    if (!options.take.empty()) {
        return takeField(*workspace, options, context);
    }
    return options.tier == "grey" ? listGrey(*workspace, options, context)
                                  : listGroups(*workspace, options, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option(
            "--tier",
            options->tier,
            "safe: only groups that deduplication made. person: only those that people made. grey: pairs "
            "that may be the same, the likeliest first; nothing is changed")
        ->check(CLI::IsMember({"safe", "person", "grey"}));
    auto *const merge = parser.add_option("--merge", options->together, "These records are the same")
                            ->expected(2, -1)
                            ->type_name("A B...");
    auto *const apart = parser.add_option("--keep-apart", options->apart, "These two are not the same")
                            ->expected(2)
                            ->type_name("A B");
    auto *const take =
        parser.add_option("--take", options->take, "The group takes this field from this one of its records")
            ->expected(2)
            ->type_name("FIELD KEY");
    merge->excludes(apart)->excludes(take);
    apart->excludes(take);
    parser.add_option("--reviewer", options->reviewer, "Who says so");
    parser.add_flag("--json",
                    options->isJson,
                    "As [{\"kept\": key, \"members\": [keys], \"tier\", \"reason\"}], or of the grey tier as "
                    "[{\"a\": key, \"b\": key, \"score\": 0 to 1, \"reason\"}]");
    return [options](const Context &context) { return work(*options, context); };
}

} // namespace

const Command duplicates{"duplicates",
                         "List groups of duplicates and pairs that may be the same, and say what they are",
                         "  winnow duplicates review.winnow --tier grey\n"
                         "  winnow duplicates review.winnow --merge Hassan2020 Hassan2021\n"
                         "  winnow duplicates review.winnow --keep-apart Li2019 Li2020\n"
                         "  winnow duplicates review.winnow --take title Hassan2021",
                         define};

} // namespace winnow::cli
