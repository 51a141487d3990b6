#include "app/appraisal_import.h"
#include "app/appraisals.h"
#include "app/record_keys.h"
#include "cli/appraisal_options.h"
#include "cli/command.h"
#include "cli/text.h"

#include <algorithm>
#include <ostream>

namespace winnow::cli {

extern const Command appraise;

namespace {

struct Options
{
    std::string review;
    std::string key;
    std::vector<std::string> judgements;
    std::vector<std::string> support;
    std::string file;
    std::string tool;
    std::string reviewer;
    bool asJson = false;
};

/// "D1=low" -> D1, low. Nothing before or behind the mark is refused.
Result<std::pair<std::string, std::string>> divided(const std::string &argument, const std::string &example)
{
    const std::size_t at = argument.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == argument.size()) {
        return Error{ErrorCode::InvalidArgument,
                     "\"" + argument + "\" cannot be read. Write it as " + example + ".",
                     {},
                     {}};
    }
    return std::pair(argument.substr(0, at), argument.substr(at + 1));
}

/// The same with the domain as the log calls it.
Result<std::pair<std::string, std::string>>
ofDomain(const std::string &argument, const std::string &example, const appraisal::Tool &tool)
{
    auto parts = divided(argument, example);
    if (!parts) {
        return parts;
    }
    auto domain = app::domainCalled(tool, parts->first);
    if (!domain) {
        return std::move(domain).error();
    }
    return std::pair(*std::move(domain), parts->second);
}

Result<std::vector<app::DomainJudgement>> judgementsFrom(const Options &options, const appraisal::Tool &tool)
{
    std::vector<app::DomainJudgement> judgements;
    for (const std::string &argument : options.judgements) {
        auto parts = ofDomain(argument, "D1=low", tool);
        if (!parts) {
            return std::move(parts).error();
        }
        const auto judgement = appraisal::judgementFromText(parts->second, tool.loneS);
        if (!judgement) {
            return Error{ErrorCode::InvalidArgument,
                         "\"" + parts->second + "\" is no judgement; write " + appraisal::choicesOf(tool) +
                             ".",
                         {},
                         {}};
        }
        judgements.push_back({parts->first, *judgement, {}});
    }
    for (const std::string &argument : options.support) {
        auto parts = ofDomain(argument, "\"D1=allocation by a central service\"", tool);
        if (!parts) {
            return std::move(parts).error();
        }
        const auto judged = std::ranges::find(judgements, parts->first, &app::DomainJudgement::domain);
        if (judged == judgements.end()) {
            return Error{ErrorCode::InvalidArgument,
                         "There is support for " + parts->first + " but no judgement; add " + parts->first +
                             "=low or what it is.",
                         {},
                         {}};
        }
        judged->support = parts->second;
    }
    return judgements;
}

nlohmann::ordered_json toJson(const std::vector<app::HeldJudgement> &held)
{
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const app::HeldJudgement &one : held) {
        list.push_back({{"tool", one.tool->id},
                        {"domain", one.said.domain},
                        {"judgement", toString(one.said.judgement)},
                        {"support", one.said.support},
                        {"reviewer", one.reviewer},
                        {"proposed", one.isProposed}});
    }
    return {{"judgements", std::move(list)}};
}

int show(app::Workspace &workspace, RecordId record, const Options &options, const Context &context)
{
    const auto held = app::judgementsOf(workspace, record);
    if (!held) {
        return context.fail(held.error());
    }
    if (options.asJson) {
        printJson(context.out, toJson(*held));
        return Done;
    }
    for (const app::HeldJudgement &one : *held) {
        context.out << one.tool->name << "  " << printable(one.said.domain) << ": "
                    << appraisal::labelOf(*one.tool, one.said.judgement)
                    << (one.isProposed ? "  (follows from the domains)"
                                       : "  (" + printable(one.reviewer) + ")")
                    << (one.said.support.empty() ? "" : "  " + printable(one.said.support)) << '\n';
    }
    if (held->empty()) {
        context.out << "No judgement on " << printable(options.key) << " that you may see.\n";
    }
    return Done;
}

int appraiseRecord(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    if (!options.judgements.empty() || !options.support.empty()) {
        const appraisal::Tool *tool = appraisal::toolCalled(options.tool);
        if (tool == nullptr) {
            context.err << "winnow: Name the tool, such as --tool rob2.\n";
            return UsedWrongly;
        }
        const auto judgements = judgementsFrom(options, *tool);
        if (!judgements) {
            return context.fail(judgements.error());
        }
        if (auto done = app::appraise(workspace, *record, *tool, *judgements); !done) {
            return context.fail(done.error());
        }
    }
    return show(workspace, *record, options, context);
}

int importFile(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto outcome = app::importAppraisals(workspace, options.file, appraisal::toolCalled(options.tool));
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.asJson) {
        printJson(context.out,
                  {{"tool", outcome->tool->id},
                   {"studies", outcome->studies},
                   {"judgements", outcome->judgements}});
    } else {
        context.out << counted(static_cast<std::int64_t>(outcome->judgements), "judgement") << " on "
                    << appraisal::studiesText(outcome->studies) << " by " << outcome->tool->name
                    << " taken over.\n";
    }
    return Done;
}

int act(const Options &options, const Context &context)
{
    if (options.key.empty() == options.file.empty()) {
        context.err
            << "winnow: Name a record and its judgements, such as D1=low, or with --from a CSV in the "
               "form of robvis; winnow appraise --help tells more.\n";
        return UsedWrongly;
    }
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    return options.file.empty() ? appraiseRecord(*workspace, options, context)
                                : importFile(*workspace, options, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *key = parser.add_option("key", options->key, "Key or #number of the record")->type_name("KEY");
    parser
        .add_option("judgements",
                    options->judgements,
                    "A judgement for each domain, and Overall where it does not follow from them; none shows "
                    "what is there")
        ->type_name("DOMAIN=JUDGEMENT");
    defineTool(parser, options->tool, "; with --from by default what the table looks like");
    parser.add_option("--support", options->support, "What a judgement rests on; may be given several times")
        ->type_name("DOMAIN=TEXT")
        ->expected(1)
        ->take_all();
    parser
        .add_option("--from",
                    options->file,
                    "Instead: all judgements of a CSV in the form of robvis, its studies named by key or as "
                    "author and year")
        ->type_name("FILE")
        ->excludes(key);
    parser.add_flag("--json", options->asJson, "As JSON");
    parser.add_option("--reviewer", options->reviewer, "Whose judgements")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command appraise{
    "appraise",
    "Record how far a study may be biased, or show the judgements that you may see",
    "  winnow appraise review.winnow Hassan2020 --tool rob2 D1=low D2=some D3=low D4=low D5=low\n"
    "  winnow appraise review.winnow Hassan2020 --tool rob2 Overall=high --support \"Overall=three "
    "concerns\"\n"
    "  winnow appraise review.winnow --from robvis.csv",
    define};

} // namespace winnow::cli
