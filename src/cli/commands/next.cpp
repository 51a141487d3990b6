#include "app/record_list.h"
#include "app/work_list.h"
#include "cli/choice.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <map>
#include <ostream>

namespace winnow::cli {

extern const Command next;

namespace {

using nlohmann::ordered_json;

struct Options
{
    StageOptions stage;
    app::WorkOrder order = app::WorkOrder::Import;
    std::string query;
    std::string queryFile;
    std::size_t count = 1;
};

int show(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    app::WorkRequest request{options.stage.stage, options.order, {}, {}};
    if (!options.query.empty() || !options.queryFile.empty()) {
        auto query = queryText(options.query, options.queryFile);
        if (!query) {
            return context.fail(query.error());
        }
        request.query = *std::move(query);
    }
    auto list = app::WorkList::open(*workspace, request, context.task);
    if (!list) {
        return context.fail(list.error());
    }
    auto rows = app::listRows(*workspace, list->ahead(options.count));
    if (!rows) {
        return context.fail(rows.error());
    }
    if (options.stage.asJson) {
        ordered_json records = ordered_json::array();
        for (const app::ListRow &row : *rows) {
            records.push_back({{"number", row.id.value}, {"key", row.key}, {"title", row.title}});
        }
        printJson(context.out, {{"left", list->left()}, {"records", std::move(records)}});
        return Done;
    }
    for (const app::ListRow &row : *rows) {
        context.out << printable(row.key) << "  " << printable(row.title) << '\n';
    }
    context.out << counted(static_cast<std::int64_t>(list->left()), "record") << " left for "
                << printable(workspace->reviewer()) << " at " << toString(options.stage.stage) << ".\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const std::map<std::string, app::WorkOrder> orders{{"import", app::WorkOrder::Import},
                                                       {"rank", app::WorkOrder::Rank},
                                                       {"random", app::WorkOrder::Random}};
    addStageOptions(parser, options->stage);
    parser.add_option("--order", options->order, "import, rank or random; import is the default")
        ->transform(choiceOf(orders))
        ->type_name("ORDER");
    auto *query = parser.add_option("--query", options->query, "Only what it finds, in Scopus syntax");
    parser.add_option("--query-file", options->queryFile, "The same from a file")
        ->excludes(query)
        ->type_name("FILE");
    parser.add_option("--count", options->count, "How many to show; 1 is the default");
    return [options](const Context &context) { return show(*options, context); };
}

} // namespace

const Command next{"next",
                   "Show what you are to screen next",
                   "  winnow next review.winnow --stage title-abstract\n"
                   "  winnow next review.winnow --order random --count 10 --reviewer ann",
                   define};

} // namespace winnow::cli
