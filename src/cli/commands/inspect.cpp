#include "app/inspect_files.h"
#include "cli/command.h"
#include "cli/mapping.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command inspect;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::vector<std::string> files;
    std::string format;
    std::vector<std::string> maps;
    bool isJson = false;
};

ordered_json toJson(const app::InspectedFile &inspected)
{
    const app::ImportedFile &file = inspected.file;
    ordered_json columns = ordered_json::array();
    for (const app::ColumnMapping &column : file.columns) {
        columns.push_back({{"column", column.column}, {"field", column.field}});
    }
    ordered_json rejected = ordered_json::array();
    for (const RejectedRow &row : file.rejected) {
        rejected.push_back({{"line", row.line}, {"reason", row.reason}});
    }
    ordered_json notices = ordered_json::array();
    for (const Diagnostic &notice : file.notices) {
        notices.push_back({{"line", notice.line}, {"field", notice.field}, {"text", notice.text}});
    }
    return {{"file", file.file},
            {"format", file.format},
            {"producer", inspected.producer},
            {"reason", file.reason},
            {"in_file", file.inFile},
            {"starts", file.starts},
            {"rejected", std::move(rejected)},
            {"decisions", file.decisions},
            {"columns", std::move(columns)},
            {"notices", std::move(notices)}};
}

void printFirst(std::ostream &out, const Record &record)
{
    out << "  first record: " << printable(authorText(record.authors)) << " ("
        << (record.date.year ? std::to_string(*record.date.year) : "no year") << ") "
        << printable(record.title) << '\n';
}

int show(const Options &options, const Context &context)
{
    auto columns = mappingsFrom(options.maps);
    if (!columns) {
        return context.fail(columns.error());
    }
    app::InspectRequest request{{}, options.format, *std::move(columns)};
    request.files.assign(options.files.begin(), options.files.end());
    auto outcome = app::inspectFiles(request, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.isJson) {
        ordered_json files = ordered_json::array();
        for (const app::InspectedFile &file : outcome->files) {
            files.push_back(toJson(file));
        }
        printJson(context.out, {{"files", std::move(files)}});
        return Done;
    }
    for (const app::InspectedFile &file : outcome->files) {
        printImported(context.out, file.file, true);
        if (file.first) {
            printFirst(context.out, *file.first);
        }
    }
    for (const app::PassedOver &other : outcome->passedOver) {
        context.out << printable(other.file) << " passed over: " << printable(other.reason) << '\n';
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("files", options->files, "Files, folders, zip archives or workbooks")
        ->required()
        ->type_name("FILE...");
    parser.add_option("--format", options->format, "Read as this format, not as the one detected");
    parser.add_option("--map", options->maps, "What a column is, as title=Titel; may be repeated")
        ->type_name("FIELD=COLUMN")
        ->allow_extra_args(false);
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return show(*options, context); };
}

} // namespace

const Command inspect{"inspect",
                      "Say what an import of files would do: format, columns, counts, what would be rejected",
                      "  winnow inspect hits.csv\n"
                      "  winnow inspect exports/ --json",
                      define};

} // namespace winnow::cli
