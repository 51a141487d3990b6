#include "app/evidence_tables.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command tables;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string load;
    std::string reviewer;
    bool isJson = false;
};

int listTables(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto set = options.load.empty() ? app::tables(*workspace) : app::loadTables(*workspace, options.load);
    if (!set) {
        return context.fail(set.error());
    }
    ordered_json list = ordered_json::array();
    for (const evidence::Table &table : set->tables) {
        if (options.isJson) {
            list.push_back({{"id", table.id}, {"caption", table.caption}, {"rows", table.rows.size()}});
        } else {
            context.out << printable(table.id) << "  " << printable(table.caption) << " ("
                        << counted(static_cast<std::int64_t>(table.rows.size()), "row") << ")\n";
        }
    }
    if (options.isJson) {
        printJson(context.out, list);
    } else if (!options.load.empty()) {
        context.out << counted(static_cast<std::int64_t>(set->tables.size()), "table")
                    << " loaded. Next: winnow table " << options.review << " ID -o table.html\n";
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option("--load", options->load, "Read the tables from this JSON file, in place of those before")
        ->type_name("FILE");
    parser.add_option("--reviewer", options->reviewer, "Who loads them");
    parser.add_flag("--json", options->isJson, "List as JSON");
    return [options](const Context &context) { return listTables(*options, context); };
}

} // namespace

const Command tables{"tables",
                     "List the evidence tables of the review, or load them",
                     "  winnow tables review.winnow --load tables.json",
                     define};

} // namespace winnow::cli
