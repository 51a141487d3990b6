#include "app/find_records.h"
#include "app/record_keys.h"
#include "app/record_list.h"
#include "cli/command.h"
#include "cli/query/query_step.h"
#include "cli/text.h"

#include <algorithm>
#include <ostream>

namespace winnow::cli {

extern const Command find;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string query;
    std::string queryFile;
    query::Precedence precedence = query::Precedence::Classic;
    bool onlyIds = false;
    bool onlyCount = false;
    bool isJson = false;
};

constexpr std::size_t kShown = 50;

int printKeys(const Context &context, app::Workspace &workspace, const std::vector<RecordId> &found)
{
    auto keys = app::keysOf(workspace, found);
    if (!keys) {
        return context.fail(keys.error());
    }
    for (const std::string &key : *keys) {
        context.out << printable(key) << '\n';
    }
    return Done;
}

/// "ABS, AFFIL or DOCTYPE".
std::string alternatives(const std::vector<std::string> &names)
{
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == names.size() ? " or " : ", ") + names[i];
    }
    return text;
}

int printRows(const Context &context, app::Workspace &workspace, const app::FoundRecords &answer)
{
    const std::vector<RecordId> &found = answer.records;
    auto rows = app::listRows(workspace, std::span(found).first(std::min(found.size(), kShown)));
    if (!rows) {
        return context.fail(rows.error());
    }
    for (const app::ListRow &row : *rows) {
        context.out << printable(row.key) << "  " << printable(row.title) << "\n    "
                    << authorText(row.authors)
                    << (row.year ? " (" + std::to_string(*row.year) + ")" : std::string()) << ' '
                    << printable(row.sourceTitle) << '\n';
    }
    if (found.size() > kShown) {
        context.out << "... and " << grouped(static_cast<std::int64_t>(found.size() - kShown))
                    << " more; --ids lists all\n";
    }
    context.out << counted(static_cast<std::int64_t>(found.size()), "record") << " found\n";
    if (answer.undecided > 0) {
        context.out << counted(answer.undecided, "record") << " could not be decided"
                    << (answer.undecidedWithout.empty()
                            ? std::string()
                            : ", not telling " + alternatives(answer.undecidedWithout))
                    << '\n';
    }
    return Done;
}

int printRowsAsJson(const Context &context, app::Workspace &workspace, const app::FoundRecords &answer)
{
    auto rows = app::listRows(workspace, answer.records);
    if (!rows) {
        return context.fail(rows.error());
    }
    ordered_json records = ordered_json::array();
    for (const app::ListRow &row : *rows) {
        ordered_json authors = ordered_json::array();
        for (const PersonName &author : row.authors) {
            authors.push_back(author.given.empty() ? author.family : author.family + ", " + author.given);
        }
        records.push_back({{"key", row.key},
                           {"number", row.id.value},
                           {"title", row.title},
                           {"authors", std::move(authors)},
                           {"year", row.year ? ordered_json(*row.year) : ordered_json()},
                           {"source_title", row.sourceTitle}});
    }
    printJson(context.out,
              {{"count", answer.records.size()},
               {"undecided", answer.undecided},
               {"undecided_without", answer.undecidedWithout},
               {"records", std::move(records)}});
    return Done;
}

int search(const Options &options, const Context &context)
{
    auto query = queryText(options.query, options.queryFile);
    if (!query) {
        return context.fail(query.error());
    }
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    const auto found = app::searchRecords(*workspace, {*std::move(query), options.precedence}, context.task);
    if (!found) {
        return context.fail(found.error());
    }
    if (options.onlyCount) {
        context.out << found->records.size() << '\n';
        return Done;
    }
    if (options.onlyIds) {
        return printKeys(context, *workspace, found->records);
    }
    return options.isJson ? printRowsAsJson(context, *workspace, *found)
                          : printRows(context, *workspace, *found);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *query = parser.add_option_group("query", "One of")->require_option(1);
    query->add_option("query", options->query, "Query in Scopus syntax")->type_name("QUERY");
    query->add_option("--query-file", options->queryFile, "File that holds the query")->type_name("FILE");
    addPrecedence(parser, options->precedence);
    auto *ids = parser.add_flag("--ids", options->onlyIds, "One key a line");
    auto *count = parser.add_flag("--count", options->onlyCount, "Only how many");
    auto *json = parser.add_flag("--json", options->isJson, "As JSON");
    ids->excludes(count)->excludes(json);
    count->excludes(json);
    return [options](const Context &context) { return search(*options, context); };
}

} // namespace

const Command find{
    "find",
    "Search the records at hand in Scopus syntax",
    "  winnow find review.winnow 'TITLE-ABS-KEY(handicraft AND \"social media\") AND PUBYEAR > 2018'\n"
    "  winnow find review.winnow --query-file step2.scopus --count",
    define};

} // namespace winnow::cli
