#include "app/ranking.h"
#include "app/record_keys.h"
#include "cli/command.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <iomanip>
#include <ostream>

namespace winnow::cli {

extern const Command why;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string key;
    std::string stage = "title-abstract";
    std::string model;
    std::string reviewer;
    bool isJson = false;
};

ordered_json toJson(const app::Explanation &explanation)
{
    ordered_json terms = ordered_json::array();
    for (const auto &term : explanation.terms) {
        terms.push_back({{"term", term.term}, {"share", term.share}});
    }
    return {{"stage", toString(explanation.ranking.stage)},
            {"model", explanation.ranking.model},
            {"learned", explanation.ranking.isLearned},
            {"place", explanation.place == 0 ? ordered_json() : ordered_json(explanation.place)},
            {"of", explanation.records},
            {"score", explanation.score},
            {"intercept", explanation.intercept},
            {"terms", std::move(terms)}};
}

void print(std::ostream &out, const std::string &key, const app::Explanation &explanation)
{
    if (!explanation.ranking.isLearned) {
        out << "Nothing was learned yet: records stand in the order of import until you have included one "
               "record and excluded one.\n";
        return;
    }
    out << printable(key);
    if (explanation.place == 0) {
        out << " is decided already";
    } else {
        out << " is number " << grouped(static_cast<std::int64_t>(explanation.place)) << " of "
            << grouped(static_cast<std::int64_t>(explanation.records));
    }
    out << std::fixed << std::setprecision(4) << ", with a score of " << explanation.score << " ("
        << explanation.intercept << " of it the same for every record).\n"
        << "Words that speak for it (+) and against it (-):\n"
        << std::showpos;
    for (const auto &term : explanation.terms) {
        out << "  " << term.share << "  " << printable(term.term) << '\n';
    }
    out << std::noshowpos;
}

int show(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    const auto record = app::recordFromKey(*workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    const app::RankRequest request{stageFromString(options.stage).value_or(Stage::TitleAbstract),
                                   options.model};
    const auto explanation = app::explainRank(*workspace, *record, request, context.task);
    if (!explanation) {
        return context.fail(explanation.error());
    }
    if (options.isJson) {
        printJson(context.out, toJson(*explanation));
    } else {
        print(context.out, options.key, *explanation);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_option("key", options->key, "Key or #number of the record")->required()->type_name("KEY");
    parser.add_option("--stage", options->stage, "Where it is to be decided on")
        ->check(CLI::IsMember({"title-abstract", "full-text"}));
    addModelOption(parser, options->model);
    parser.add_option("--reviewer", options->reviewer, "Whose decisions it learns from")->type_name("NAME");
    parser.add_flag("--json", options->isJson, "As JSON");
    return [options](const Context &context) { return show(*options, context); };
}

} // namespace

const Command why{"why",
                  "Say which words put a record where the ranking has it",
                  "  winnow why review.winnow Hassan2020\n"
                  "  winnow why review.winnow \"#12\" --stage full-text --json",
                  define};

} // namespace winnow::cli
