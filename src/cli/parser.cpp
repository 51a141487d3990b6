#include "cli/parser.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace winnow::cli {

namespace {

constexpr std::string_view kAbout = "Winnow makes systematic literature reviews on this machine: import what "
                                    "databases exported, find duplicates, screen, and "
                                    "print the PRISMA flow diagram and evidence tables.";

/// The commands in the order in which a review uses them; those not named here follow by name.
constexpr std::array kOrder{
    "init",     "query", "import",   "search-run", "removal",   "dedupe",  "duplicates", "split",
    "overlap",  "find",  "show",     "stage",      "next",      "skip",    "decide",     "label",
    "note",     "pilot", "progress", "agreement",  "conflicts", "resolve", "unblind",    "stopping",
    "rank",     "why",   "simulate", "bundle",     "undo",      "redo",    "log",        "flow",
    "appraise", "bias",  "tables",   "table",      "export",    "backup",  "verify"};

std::vector<const Command *> orderedCommands()
{
    const auto all = allCommands();
    std::vector<const Command *> commands(all.begin(), all.end());
    std::ranges::stable_sort(commands, {}, [](const Command *command) {
        return std::ranges::find(kOrder, command->name) - kOrder.begin();
    });
    return commands;
}

} // namespace

std::unique_ptr<CLI::App> makeParser(Action &chosen)
{
    auto parser = std::make_unique<CLI::App>(std::string(kAbout), "winnow");
    parser->set_version_flag("--version", "winnow " WINNOW_VERSION);
    parser->require_subcommand(1);
    parser->footer("Each command explains itself: winnow COMMAND --help\nA first review: winnow init "
                   "review.winnow --title "
                   "\"My review\"");
    for (const Command *command : orderedCommands()) {
        CLI::App *subcommand =
            parser->add_subcommand(std::string(command->name), std::string(command->summary));
        subcommand->footer("Example:\n" + std::string(command->example));
        subcommand->callback([action = command->define(*subcommand), &chosen] { chosen = action; });
    }
    return parser;
}

} // namespace winnow::cli
