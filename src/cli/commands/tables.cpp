#include "app/evidence_tables.h"
#include "app/table_data.h"
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
    std::string save;
    std::string remove;
    app::NewTable add;
    bool listsFields = false;
    std::string reviewer;
    bool isJson = false;
};

int listFields(app::Workspace &workspace, const Context &context)
{
    const auto fields = app::tableFields(workspace);
    if (!fields) {
        return context.fail(fields.error());
    }
    for (const evidence::FieldChoice &field : *fields) {
        context.out << printable(field.field) << "  " << printable(field.label)
                    << (field.hasCodes ? "  (options)" : "") << '\n';
    }
    if (fields->empty()) {
        context.out
            << "No form was taken into the review and nothing was appraised, so there are no fields yet.\n";
    }
    return Done;
}

int listTables(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto set = app::tables(workspace);
    if (!set) {
        return context.fail(set.error());
    }
    ordered_json list = ordered_json::array();
    for (const evidence::Table &table : set->tables) {
        if (options.isJson) {
            list.push_back({{"id", table.id}, {"caption", table.caption}, {"rows", table.rows.size()}});
        } else {
            context.out << printable(table.id) << "  " << printable(table.caption);
            if (table.source == evidence::RowSource::Written) {
                context.out << " (" << counted(static_cast<std::int64_t>(table.rows.size()), "row") << ")";
            }
            context.out << '\n';
        }
    }
    if (options.isJson) {
        printJson(context.out, list);
    }
    return Done;
}

int changeTables(app::Workspace &workspace, const Options &options, const Context &context)
{
    if (!options.load.empty()) {
        const auto set = app::loadTables(workspace, options.load);
        if (!set) {
            return context.fail(set.error());
        }
        const int listed = listTables(workspace, options, context);
        if (!options.isJson) {
            context.out << counted(static_cast<std::int64_t>(set->tables.size()), "table")
                        << " loaded. Next: winnow table " << options.review << " ID -o table.html\n";
        }
        return listed;
    }
    if (!options.remove.empty()) {
        if (auto done = app::removeTable(workspace, options.remove); !done) {
            return context.fail(done.error());
        }
        context.out << "Removed " << printable(options.remove) << ".\n";
        return Done;
    }
    const auto table = app::addTable(workspace, options.add);
    if (!table) {
        return context.fail(table.error());
    }
    context.out << "Added " << printable(table->id) << ": " << printable(table->caption)
                << ". Next: winnow table " << options.review << ' ' << printable(table->id) << "\n";
    return Done;
}

int act(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (options.listsFields) {
        return listFields(*workspace, context);
    }
    if (!options.save.empty()) {
        if (auto done = app::exportTables(*workspace, options.save); !done) {
            return context.fail(done.error());
        }
        context.out << "Wrote " << options.save << ". Change it, then: winnow tables " << options.review
                    << " --load " << options.save << '\n';
        return Done;
    }
    const bool changes = !options.load.empty() || !options.remove.empty() || !options.add.kind.empty();
    return changes ? changeTables(*workspace, options, context) : listTables(*workspace, options, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *what = parser.add_option_group("what", "One of")->require_option(0, 1);
    what->add_option("--load", options->load, "Read the tables from this JSON file, in place of those before")
        ->type_name("FILE");
    what->add_option("--save", options->save, "Write them to such a file, to change them")
        ->type_name("FILE.json");
    auto *add = what->add_option("--add",
                                 options->add.kind,
                                 "Add a table: thematic, characteristics, excluded, risk-of-bias, gap-map, "
                                 "summary-of-findings")
                    ->type_name("KIND");
    what->add_option("--remove", options->remove, "Remove a table")->type_name("ID");
    what->add_flag("--fields", options->listsFields, "List the fields that tables can show");
    parser.add_option("--id", options->add.id, "What the new table is called")->type_name("ID")->needs(add);
    parser.add_option("--caption", options->add.caption, "Its caption")->type_name("TEXT")->needs(add);
    parser
        .add_option("--field",
                    options->add.fields,
                    "A field to show, as policy/country; can be repeated. A thematic table has a row for "
                    "each option of the "
                    "first one with options, a gap map rows and columns of the first two")
        ->type_name("FIELD")
        ->allow_extra_args(false)
        ->needs(add);
    parser.add_option("--reviewer", options->reviewer, "Who loads them");
    parser.add_flag("--json", options->isJson, "List as JSON");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command tables{
    "tables",
    "List the evidence tables of the review, add, load or remove them",
    "  winnow tables review.winnow --add characteristics --field pico/design --field pico/country\n"
    "  winnow tables review.winnow --save tables.json\n"
    "  winnow tables review.winnow --load tables.json",
    define};

} // namespace winnow::cli
