#include "app/bundles.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command bundle;

namespace {

struct Options
{
    std::string review;
    std::string reviewer;
    std::string file;
    bool isOfAll = false;
};

int write(const Options &options, const Context &context, app::Workspace &workspace)
{
    const std::string reviewer = options.isOfAll ? std::string() : workspace.reviewer();
    auto bytes = app::exportBundle(workspace, reviewer, options.file);
    if (!bytes) {
        return context.fail(bytes.error());
    }
    context.out << "Wrote what " << (options.isOfAll ? "all reviewers" : printable(workspace.reviewer()))
                << " said to " << options.file << ".\n";
    return Done;
}

void report(const Context &context, const store::BundleOutcome &outcome)
{
    std::int64_t added = 0;
    for (const auto &[kind, count] : outcome.added) {
        added += count;
    }
    context.out << counted(outcome.read, "event") << " of "
                << (outcome.reviewer.empty() ? "all reviewers" : printable(outcome.reviewer)) << ": "
                << grouped(added) << " new, " << grouped(outcome.known) << " known already.\n";
    for (const auto &[kind, count] : outcome.added) {
        context.out << "  " << grouped(count) << "  " << kind << '\n';
    }
    for (const auto &[what, count] : outcome.waiting) {
        context.out << counted(count, "event") << " kept for later, since each speaks of " << what << ".\n";
    }
}

int merge(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto outcome = app::mergeBundle(workspace, options.file);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    report(context, *outcome);
    return Done;
}

int sync(const Options &options, const Context &context, app::Workspace &workspace)
{
    auto synced = app::syncFolder(workspace, options.file);
    if (!synced) {
        return context.fail(synced.error());
    }
    int code = Done;
    for (const app::SyncedBundle &one : *synced) {
        context.out << printable(one.file.filename().string()) << ": ";
        if (one.outcome) {
            report(context, *one.outcome);
        } else {
            context.out << printable(one.outcome.error().message) << '\n';
            code = Refused;
        }
    }
    context.out << "What " << printable(workspace.reviewer()) << " said is in " << options.file << " now.\n";
    return code;
}

using Step = int (*)(const Options &, const Context &, app::Workspace &);

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const auto chosen = std::make_shared<Step>(nullptr);
    parser.require_subcommand(1);
    const auto addStep = [&](const char *name, const char *summary, Step step) {
        CLI::App *const added = parser.add_subcommand(name, summary);
        added->add_option("review", options->review, "The review")->required()->type_name("REVIEW");
        added->add_option("--reviewer", options->reviewer, "Who acts")->type_name("NAME");
        added->callback([chosen, step] { *chosen = step; });
        return added;
    };
    CLI::App *const writing =
        addStep("export",
                "Write what a reviewer said into a bundle; PDFs are not in it, NAME.files holds them",
                write);
    writing->add_option("-o,--output", options->file, "The bundle")->required()->type_name("FILE");
    writing->add_flag("--all", options->isOfAll, "What all reviewers said");
    addStep("merge", "Take in what a bundle brings; safe to repeat, in any order", merge)
        ->add_option("file", options->file, "The bundle")
        ->required()
        ->type_name("FILE");
    addStep("sync", "Meet the others in a shared folder: take in their bundles, leave your own", sync)
        ->add_option("folder", options->file, "The folder")
        ->required()
        ->type_name("FOLDER");
    return [options, chosen](const Context &context) {
        const auto workspace = context.open(options->review, options->reviewer);
        return workspace ? (*chosen)(*options, context, *workspace) : int{Refused};
    };
}

} // namespace

const Command bundle{"bundle",
                     "Bring together what reviewers said on copies of one review",
                     "  winnow bundle export review.winnow --reviewer ann -o ann.winnow-bundle\n"
                     "  winnow bundle merge review.winnow ann.winnow-bundle\n"
                     "  winnow bundle sync review.winnow shared-folder",
                     define};

} // namespace winnow::cli
