#include "app/stages.h"
#include "cli/choice.h"
#include "cli/stage_option.h"
#include "cli/text.h"

#include <algorithm>
#include <map>
#include <ostream>

namespace winnow::cli {

extern const Command stage;

namespace {

using nlohmann::ordered_json;

/// What was typed; what was not typed stays as it is.
struct Options
{
    StageOptions stage;
    std::vector<std::string> criteria;
    std::vector<std::string> reasons;
    std::vector<std::string> reviewers;
    std::vector<std::string> adjudicators;
    std::vector<std::string> tools;
    std::optional<int> perRecord;
    std::optional<double> secondShare;
    std::optional<AgreementRule> rule;
    std::optional<bool> isBlind;
    std::optional<bool> hidesVotes;
    std::optional<bool> needsReason;
    std::optional<bool> isUsed;
    std::optional<double> randomShare;
    std::string rankingModel;
    std::optional<std::uint64_t> seed;
};

/// One "-" empties a list.
void put(std::vector<std::string> &list, const std::vector<std::string> &typed)
{
    if (!typed.empty()) {
        list = typed == std::vector<std::string>{"-"} ? std::vector<std::string>() : typed;
    }
}

StageSettings changed(StageSettings settings, const Options &options)
{
    put(settings.criteria, options.criteria);
    put(settings.reasons, options.reasons);
    put(settings.reviewers, options.reviewers);
    put(settings.adjudicators, options.adjudicators);
    put(settings.tools, options.tools);
    settings.reviewersPerRecord = options.perRecord.value_or(settings.reviewersPerRecord);
    settings.secondReviewerShare = options.secondShare.value_or(settings.secondReviewerShare);
    settings.rule = options.rule.value_or(settings.rule);
    settings.isBlind = options.isBlind.value_or(settings.isBlind);
    settings.hidesVotes = options.hidesVotes.value_or(settings.hidesVotes);
    settings.needsReason = options.needsReason.value_or(settings.needsReason);
    settings.isUsed = options.isUsed.value_or(settings.isUsed);
    settings.randomShare = options.randomShare.value_or(settings.randomShare);
    if (!options.rankingModel.empty()) {
        settings.rankingModel = options.rankingModel == "-" ? std::string() : options.rankingModel;
    }
    settings.seed = options.seed.value_or(settings.seed);
    return settings;
}

ordered_json toJson(const StageSettings &settings)
{
    return {{"stage", toString(settings.stage)},
            {"used", settings.isUsed},
            {"criteria", settings.criteria},
            {"reasons", settings.reasons},
            {"reviewers", settings.reviewers},
            {"reviewers_per_record", settings.reviewersPerRecord},
            {"second_reviewer_share", settings.secondReviewerShare},
            {"rule", toString(settings.rule)},
            {"blind", settings.isBlind},
            {"hides_votes", settings.hidesVotes},
            {"needs_reason", settings.needsReason},
            {"adjudicators", settings.adjudicators},
            {"tools", settings.tools},
            {"random_share", settings.randomShare},
            {"ranking_model", settings.rankingModel},
            {"seed", settings.seed}};
}

void printList(const Context &context, std::string_view name, const std::vector<std::string> &list)
{
    if (list.empty()) {
        return;
    }
    context.out << "  " << name << ":\n";
    for (std::size_t i = 0; i < list.size(); ++i) {
        context.out << "    " << i + 1 << ". " << printable(list[i]) << '\n';
    }
}

void print(const Context &context, const StageSettings &settings)
{
    context.out << toString(settings.stage) << (settings.isUsed ? "\n" : " (not used)\n");
    context.out << "  " << counted(settings.reviewersPerRecord, "reviewer") << " per record";
    if (settings.secondReviewerShare > 0) {
        context.out << ", a second one for a share of " << settings.secondReviewerShare;
    }
    context.out << "; rule: " << toString(settings.rule) << "; " << (settings.isBlind ? "blind" : "open")
                << "; reasons " << (settings.needsReason ? "required" : "optional") << '\n';
    printList(context, "Criteria", settings.criteria);
    printList(context, "Reasons for exclusion, in order", settings.reasons);
    printList(context, "Reviewers", settings.reviewers);
    printList(context, "Conflicts are settled by", settings.adjudicators);
    printList(context, "Automation tools", settings.tools);
    if (settings.randomShare > 0) {
        context.out << "  A share of " << settings.randomShare << " of ranked records is drawn at random\n";
    }
    if (!settings.rankingModel.empty()) {
        context.out << "  Records are ranked by " << printable(settings.rankingModel) << '\n';
    }
}

int setOrShow(const Options &options, bool isSet, bool isNamed, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto all = app::stageSettings(*workspace);
    if (!all) {
        return context.fail(all.error());
    }
    if (isSet) {
        const auto place = std::ranges::find(*all, options.stage.stage, &StageSettings::stage);
        *place = changed(*place, options);
        if (auto done = app::setStage(*workspace, *place); !done) {
            return context.fail(done.error());
        }
    }
    ordered_json json = ordered_json::array();
    for (const StageSettings &settings : *all) {
        if (isNamed && settings.stage != options.stage.stage) {
            continue;
        }
        if (options.stage.asJson) {
            json.push_back(toJson(settings));
        } else {
            print(context, settings);
        }
    }
    if (options.stage.asJson) {
        printJson(context.out, json);
    }
    return Done;
}

void addLists(CLI::App &parser, Options &options)
{
    const auto list = [&](const char *name, std::vector<std::string> &target, const char *what) {
        parser.add_option(name, target, std::string(what) + "; can be repeated, - empties the list")
            ->type_name("TEXT")
            ->allow_extra_args(false);
    };
    list("--criterion", options.criteria, "What a record must meet");
    list("--reason",
         options.reasons,
         "A reason for exclusion, in order: the first that applies is the primary one");
    list("--share-with", options.reviewers, "A reviewer who shares the stage");
    list("--adjudicator", options.adjudicators, "Who settles conflicts");
    list("--tool",
         options.tools,
         "A reviewer that is an automation tool: the flow diagram counts apart what it excluded");
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    addStageOptions(parser, options->stage);
    addLists(parser, *options);
    const std::map<std::string, AgreementRule> rules{{"unanimous", AgreementRule::Unanimous},
                                                     {"majority", AgreementRule::Majority},
                                                     {"any-include", AgreementRule::AnyInclude}};
    const std::map<std::string, bool> answers{{"yes", true}, {"no", false}};
    const auto yesNo = [&](const char *name, std::optional<bool> &target, const char *what) {
        parser.add_option(name, target, what)->transform(choiceOf(answers))->type_name("yes|no");
    };
    parser.add_option("--per-record", options->perRecord, "How many reviewers read each record: 1 or 2");
    parser.add_option(
        "--second-share", options->secondShare, "Share of records that a second reviewer reads, 0 to 1");
    parser.add_option("--rule", options->rule, "unanimous, majority or any-include")
        ->transform(choiceOf(rules))
        ->type_name("RULE");
    yesNo("--blind", options->isBlind, "Whether nobody sees what others said until it is opened");
    yesNo(
        "--hide-votes", options->hidesVotes, "Whether who settles a conflict does not see the votes either");
    yesNo("--needs-reason", options->needsReason, "Whether an exclusion needs a reason");
    yesNo("--used", options->isUsed, "Of the stage title: whether titles are screened alone first");
    parser.add_option(
        "--random-share", options->randomShare, "Share of random records in ranked order, 0 to 1");
    addModelOption(parser, options->rankingModel);
    parser.add_option("--seed", options->seed, "Seed of who reads what and of random orders");
    return [options, &parser](const Context &context) {
        const auto typed = [&](const CLI::Option *option) { return option->count() > 0; };
        const auto isSetting = [&](const CLI::Option *option) {
            const std::string name = option->get_name();
            return typed(option) && name != "review" && name != "--stage" && name != "--reviewer" &&
                   name != "--json";
        };
        const auto given = parser.get_options(isSetting);
        return setOrShow(*options, !given.empty(), parser.count("--stage") > 0 || !given.empty(), context);
    };
}

} // namespace

const Command stage{
    "stage",
    "Show or set how a stage is screened; no decision is ever lost by it",
    "  winnow stage review.winnow\n"
    "  winnow stage review.winnow --stage full-text --reason \"wrong population\" --reason \"no data\"\n"
    "  winnow stage review.winnow --per-record 2 --share-with ann --share-with ben --adjudicator cleo",
    define};

} // namespace winnow::cli
