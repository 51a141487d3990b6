#include "app/backup.h"

#include "app/attached_files.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command backup;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string file;
    bool isJson = false;
};

/// The name without what every backup has in common: what restore takes.
std::string shortName(const app::Backup &backup)
{
    return backup.file.filename().string();
}

int make(const Options &options, const Context &context)
{
    auto workspace = app::Workspace::open(options.review, context.services());
    if (!workspace) {
        return context.fail(workspace.error());
    }
    if (!options.file.empty()) {
        if (auto copied = app::backUpTo(**workspace, options.file); !copied) {
            return context.fail(copied.error());
        }
        context.out << "The review as it stands is in " << options.file << ".\n";
        if (std::error_code ignored; std::filesystem::exists(app::filesFolder(options.review), ignored)) {
            context.out << "The PDFs attached to its reports are not in it: copy "
                        << app::filesFolder(options.review).string() << " to "
                        << app::filesFolder(options.file).string() << " as well.\n";
        }
        return Done;
    }
    const auto made = app::backUp(**workspace);
    if (!made) {
        return context.fail(made.error());
    }
    context.out << "The review as it stands is in " << made->file.string()
                << ".\nBack to it: winnow backup restore " << options.review << ' ' << shortName(*made)
                << '\n';
    return Done;
}

int list(const Options &options, const Context &context)
{
    const auto all = app::backups(options.review);
    if (!all) {
        return context.fail(all.error());
    }
    if (options.isJson) {
        ordered_json rows = ordered_json::array();
        for (const app::Backup &backup : *all) {
            rows.push_back({{"file", backup.file.string()}, {"bytes", backup.bytes}});
        }
        printJson(context.out, rows);
        return Done;
    }
    for (const app::Backup &backup : *all) {
        context.out << shortName(backup) << "  " << grouped(static_cast<std::int64_t>(backup.bytes))
                    << " bytes\n";
    }
    if (all->empty()) {
        context.out << "There are no backups in " << app::backupFolder(options.review).string()
                    << " yet. Next: winnow backup " << options.review << '\n';
    }
    return Done;
}

int restore(const Options &options, const Context &context)
{
    const auto outcome = app::restoreBackup(options.review, options.file, context.services());
    if (!outcome) {
        return context.fail(outcome.error());
    }
    context.out << options.review << " is again what " << outcome->restored.string() << " holds.\n";
    if (!outcome->before.empty()) {
        context.out << (outcome->wasDamaged ? "The damaged file is kept as "
                                            : "What it was before is kept in ")
                    << outcome->before.string() << ".\n";
    }
    return Done;
}

void addReview(CLI::App &parser, const std::shared_ptr<Options> &options, bool isRequired)
{
    parser.add_option("review", options->review, "The review")->required(isRequired)->type_name("REVIEW");
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const auto chosen = std::make_shared<Action>();
    parser.require_subcommand(0, 1);
    addReview(parser, options, false);
    parser
        .add_option("--to",
                    options->file,
                    "A file to make instead of one in NAME.backups; attached PDFs are not in it, so copy the "
                    "folder NAME.files too")
        ->type_name("FILE");

    CLI::App *lister = parser.add_subcommand("list", "Lists the backups of a review, the newest first");
    addReview(*lister, options, true);
    lister->add_flag("--json", options->isJson, "As JSON");
    lister->callback([options, chosen] {
        *chosen = [options](const Context &context) { return list(*options, context); };
    });

    CLI::App *restorer = parser.add_subcommand(
        "restore", "Makes the review what a backup holds, and keeps what it is now as a backup");
    addReview(*restorer, options, true);
    restorer->add_option("file", options->file, "The backup: its name in the list, or a path")
        ->required()
        ->type_name("FILE");
    restorer->callback([options, chosen] {
        *chosen = [options](const Context &context) { return restore(*options, context); };
    });

    return [options, chosen](const Context &context) -> int {
        if (*chosen) {
            return (*chosen)(context);
        }
        if (options->review.empty()) {
            context.err << "winnow: name the review: winnow backup REVIEW\n";
            return UsedWrongly;
        }
        return make(*options, context);
    };
}

} // namespace

const Command backup{"backup",
                     "Copy the review as it stands, list such copies, or go back to one",
                     "  winnow backup review.winnow\n"
                     "  winnow backup review.winnow --to /media/stick/review.winnow\n"
                     "  winnow backup list review.winnow\n"
                     "  winnow backup restore review.winnow 2026-11-24T09-00-00.000Z.winnow",
                     define};

} // namespace winnow::cli
