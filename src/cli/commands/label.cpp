#include "app/find_records.h"
#include "app/labels.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command label;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string reviewer;
    std::string label;
    std::string to;
    std::vector<std::string> keys;
    std::string query;
    bool asJson = false;
};

Result<std::vector<RecordId>>
chosen(const Options &options, const Context &context, app::Workspace &workspace)
{
    if (!options.query.empty()) {
        return app::findRecords(workspace, options.query, context.task);
    }
    std::vector<RecordId> records;
    for (const std::string &key : options.keys) {
        auto record = app::recordFromKey(workspace, key);
        if (!record) {
            return std::move(record).error();
        }
        records.push_back(*record);
    }
    return records;
}

using Marking = Result<void> (*)(app::Workspace &, const std::string &, std::span<const RecordId>);

int mark(const Options &options, const Context &context, app::Workspace &workspace, Marking marking)
{
    auto records = chosen(options, context, workspace);
    if (!records) {
        return context.fail(records.error());
    }
    if (auto done = marking(workspace, options.label, *records); !done) {
        return context.fail(done.error());
    }
    context.out << printable(options.label) << ": "
                << counted(static_cast<std::int64_t>(records->size()), "record") << ".\n";
    return Done;
}

int rename(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto records = app::renameLabel(workspace, options.label, options.to);
    if (!records) {
        return context.fail(records.error());
    }
    context.out << printable(options.label) << " is now " << printable(options.to) << " on "
                << counted(*records, "record") << ".\n";
    return Done;
}

int list(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto counts = app::labels(workspace);
    if (!counts) {
        return context.fail(counts.error());
    }
    if (options.asJson) {
        ordered_json json = ordered_json::array();
        for (const app::LabelCount &count : *counts) {
            json.push_back({{"label", count.label}, {"records", count.records}});
        }
        printJson(context.out, json);
        return Done;
    }
    for (const app::LabelCount &count : *counts) {
        context.out << printable(count.label) << "  " << counted(count.records, "record") << '\n';
    }
    return Done;
}

using Step = std::function<int(const Context &, app::Workspace &)>;

CLI::App *addStep(CLI::App &parser,
                  const std::shared_ptr<Options> &options,
                  const std::shared_ptr<Step> &chosen,
                  const char *name,
                  const char *summary,
                  const Step &step)
{
    CLI::App *const added = parser.add_subcommand(name, summary);
    added->add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    added->add_option("--reviewer", options->reviewer, "Whose labels")->type_name("NAME");
    added->callback([chosen, step] { *chosen = step; });
    return added;
}

void addRecords(CLI::App &step, const std::shared_ptr<Options> &options)
{
    step.add_option("label", options->label, "The label")->required()->type_name("LABEL");
    auto *keys = step.add_option("keys", options->keys, "Keys or #numbers of records")->type_name("KEY");
    step.add_option("--query", options->query, "All records that it finds, in Scopus syntax")->excludes(keys);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const auto step = std::make_shared<Step>();
    parser.require_subcommand(1);
    addRecords(*addStep(parser,
                        options,
                        step,
                        "add",
                        "Give records a label",
                        [options](const Context &context, app::Workspace &workspace) {
                            return mark(*options, context, workspace, app::addLabel);
                        }),
               options);
    addRecords(*addStep(parser,
                        options,
                        step,
                        "remove",
                        "Take a label from records",
                        [options](const Context &context, app::Workspace &workspace) {
                            return mark(*options, context, workspace, app::removeLabel);
                        }),
               options);
    CLI::App *const renaming = addStep(parser,
                                       options,
                                       step,
                                       "rename",
                                       "Call a label by another name, or merge it into another label",
                                       [options](const Context &context, app::Workspace &workspace) {
                                           return rename(*options, context, workspace);
                                       });
    renaming->add_option("label", options->label, "The label")->required()->type_name("LABEL");
    renaming->add_option("to", options->to, "Its new name")->required()->type_name("LABEL");
    addStep(parser,
            options,
            step,
            "list",
            "List the labels that you may see",
            [options](const Context &context, app::Workspace &workspace) {
                return list(*options, context, workspace);
            })
        ->add_flag("--json", options->asJson, "Print JSON");
    return [options, step](const Context &context) {
        const auto workspace = context.open(options->review, options->reviewer);
        return workspace ? (*step)(context, *workspace) : int{Refused};
    };
}

} // namespace

const Command label{"label",
                    "Give records labels, rename and merge labels",
                    "  winnow label add review.winnow background Hassan2020 Ge2024\n"
                    "  winnow label rename review.winnow bckground background\n"
                    "  winnow label list review.winnow",
                    define};

} // namespace winnow::cli
