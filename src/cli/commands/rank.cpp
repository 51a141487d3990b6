#include "app/ranking.h"
#include "app/record_list.h"
#include "cli/command.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <algorithm>
#include <iomanip>
#include <ostream>

namespace winnow::cli {

extern const Command rank;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string stage = "title-abstract";
    std::string model;
    std::string reviewer;
    std::size_t most = 20;
    bool isJson = false;
};

ordered_json toJson(const app::Ranking &ranking, const std::vector<app::ListRow> &rows)
{
    ordered_json records = ordered_json::array();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        records.push_back({{"id", rows[i].id.value},
                           {"key", rows[i].key},
                           {"title", rows[i].title},
                           {"score", ranking.records[i].score}});
    }
    return {{"stage", toString(ranking.stage)},
            {"model", ranking.model},
            {"relevant", ranking.relevant},
            {"irrelevant", ranking.irrelevant},
            {"learned", ranking.isLearned},
            {"undecided", ranking.records.size()},
            {"records", std::move(records)}};
}

void print(std::ostream &out, const app::Ranking &ranking, const std::vector<app::ListRow> &rows)
{
    const auto undecided = static_cast<std::int64_t>(ranking.records.size());
    if (ranking.isLearned) {
        out << counted(undecided, "record") << " ranked by " << ranking.model << ", which learned from "
            << counted(static_cast<std::int64_t>(ranking.relevant), "relevant record") << " and "
            << counted(static_cast<std::int64_t>(ranking.irrelevant), "irrelevant record") << '\n';
    } else {
        out << counted(undecided, "record")
            << " in the order of import; ranking begins once you have included one record and excluded one\n";
    }
    out << std::fixed << std::setprecision(3);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out << std::setw(5) << i + 1 << "  ";
        if (ranking.isLearned) {
            out << std::setw(7) << ranking.records[i].score << "  ";
        }
        out << printable(rows[i].key) << "  " << printable(rows[i].title) << '\n';
    }
}

int show(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    const app::RankRequest request{stageFromString(options.stage).value_or(Stage::TitleAbstract),
                                   options.model};
    const auto ranking = app::rankRecords(*workspace, request, context.task);
    if (!ranking) {
        return context.fail(ranking.error());
    }
    if (ranking->isLearned && !workspace->isReadOnly()) {
        if (auto recorded = app::recordRanking(*workspace, *ranking); !recorded) {
            return context.fail(recorded.error());
        }
    }
    std::vector<RecordId> shown;
    const std::size_t count =
        options.most == 0 ? ranking->records.size() : std::min(options.most, ranking->records.size());
    shown.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        shown.push_back(ranking->records[i].record);
    }
    const auto rows = app::listRows(*workspace, shown);
    if (!rows) {
        return context.fail(rows.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*ranking, *rows));
    } else {
        print(context.out, *ranking, *rows);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("--stage", options->stage, "Where records are to be decided on")
        ->check(CLI::IsMember({"title-abstract", "full-text"}));
    addModelOption(parser, options->model);
    parser.add_option("--most", options->most, "How many to show, 20 if not given; 0 shows all")
        ->type_name("N");
    parser.add_option("--reviewer", options->reviewer, "Whose decisions it learns from")->type_name("NAME");
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return show(*options, context); };
}

} // namespace

const Command rank{
    "rank",
    "Rank what you have not decided on by what you have decided: likely relevant records first",
    "  winnow rank review.winnow\n"
    "  winnow rank review.winnow --stage full-text --most 0 --json",
    define};

} // namespace winnow::cli
