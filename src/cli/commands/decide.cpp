#include "app/decide.h"

#include "app/bulk_decisions.h"
#include "app/record_keys.h"
#include "app/take_decisions.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command decide;

namespace {

struct Options
{
    std::string review;
    std::string key;
    std::string from;
    std::string query;
    bool isPreview = false;
    std::string stage;
    std::string verdict;
    std::vector<std::string> reasons;
    std::string note;
    std::string reviewer;
};

std::string reasonOf(const Options &options)
{
    return options.reasons.empty() ? std::string() : options.reasons.front();
}

/// Decisions in what a screening tool exports.
int takeFromFile(const Options &options, const Context &context, app::Workspace &workspace)
{
    const app::TakeDecisionsRequest request{options.from,
                                            {},
                                            stageFromString(options.stage).value_or(Stage::TitleAbstract),
                                            verdictFromString(options.verdict),
                                            reasonOf(options)};
    auto outcome = app::takeDecisions(workspace, request, context.task);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    for (const app::UnmatchedRecord &record : outcome->unmatched) {
        context.out << "line " << record.line << " " << record.why << ": " << printable(record.title) << '\n';
    }
    context.out << "Took " << counted(outcome->decisions, "decision") << " from "
                << counted(outcome->records, "record") << " of " << options.from << "; "
                << counted(static_cast<std::int64_t>(outcome->unmatched.size()), "record")
                << " found no place. winnow undo takes all of them back at once.\n";
    return Done;
}

int decideFromFile(const Options &options, const Context &context, app::Workspace &workspace)
{
    if (!app::isDecisionList(options.from)) {
        return takeFromFile(options, context, workspace);
    }
    auto requests = app::decisionsFromCsv(workspace, options.from);
    if (!requests) {
        return context.fail(requests.error());
    }
    auto done = app::decide(workspace, *requests);
    if (!done) {
        return context.fail(done.error());
    }
    context.out << "Recorded " << counted(static_cast<std::int64_t>(requests->size()), "decision") << " of "
                << printable(workspace.reviewer()) << " from " << options.from
                << "; winnow undo takes all of them back at once.\n";
    return Done;
}

int needsVerdict(const Context &context)
{
    context.err << "winnow: A decision needs --stage and --verdict; see winnow decide --help.\n";
    return UsedWrongly;
}

int decideBulk(const Options &options, const Context &context, app::Workspace &workspace)
{
    const auto stage = stageFromString(options.stage);
    const auto verdict = verdictFromString(options.verdict);
    if (!stage || !verdict) {
        return needsVerdict(context);
    }
    const app::BulkRequest request{options.query, *stage, *verdict, reasonOf(options), options.note};
    auto preview = app::previewBulk(workspace, request, context.task);
    if (!preview) {
        return context.fail(preview.error());
    }
    const auto count = static_cast<std::int64_t>(preview->records.size());
    context.out << "The query finds " << counted(preview->found, "record") << "; " << grouped(count)
                << " of them " << (count == 1 ? "is" : "are") << " open to you at " << options.stage << ".\n";
    if (options.isPreview || count == 0) {
        return Done;
    }
    if (auto done = app::decideBulk(workspace, request, preview->records); !done) {
        return context.fail(done.error());
    }
    context.out << "Recorded " << options.verdict
                << " on each, marked as decided in bulk; winnow undo takes all of "
                   "them back at once.\n";
    return Done;
}

int decideOne(const Options &options, const Context &context, app::Workspace &workspace)
{
    if (options.stage.empty() || options.verdict.empty()) {
        return needsVerdict(context);
    }
    auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    std::vector<std::string> further = options.reasons;
    if (!further.empty()) {
        further.erase(further.begin());
    }
    const app::DecideRequest request{*record,
                                     stageFromString(options.stage).value_or(Stage::TitleAbstract),
                                     verdictFromString(options.verdict).value_or(Verdict::Maybe),
                                     reasonOf(options),
                                     options.note,
                                     std::move(further),
                                     {}};
    auto done = app::decide(workspace, std::span(&request, 1));
    if (!done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << ": " << options.verdict << " at " << options.stage
                << (options.reasons.empty() ? "" : ", " + printable(reasonOf(options))) << " (by "
                << printable(workspace.reviewer()) << ")\n";
    return Done;
}

int makeDecision(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (!options.query.empty()) {
        return decideBulk(options, context, *workspace);
    }
    return options.from.empty() ? decideOne(options, context, *workspace)
                                : decideFromFile(options, context, *workspace);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *what = parser.add_option_group("what", "One of")->require_option(1);
    what->add_option("key", options->key, "Key or #number of the record")->type_name("KEY");
    what->add_option(
            "--from",
            options->from,
            "CSV file with the columns key, stage, verdict, reason, note; or what a screening tool exported")
        ->type_name("FILE");
    what->add_option("--query", options->query, "All that it finds and is open to you, in Scopus syntax");
    parser.add_flag("--preview", options->isPreview, "With --query: only say how many that would be");
    parser.add_option("--stage", options->stage, "Where it was decided")
        ->check(CLI::IsMember({"title", "title-abstract", "full-text"}));
    parser.add_option("--verdict", options->verdict, "What was decided")
        ->check(CLI::IsMember({"include", "exclude", "maybe"}));
    parser
        .add_option("--reason",
                    options->reasons,
                    "Reason of an exclusion, as the diagram prints it; of several, the first in the stage's "
                    "order counts")
        ->allow_extra_args(false);
    parser.add_option("--note", options->note, "Anything to remember");
    parser.add_option("--reviewer", options->reviewer, "Who decides")->type_name("NAME");
    return [options](const Context &context) { return makeDecision(*options, context); };
}

} // namespace

const Command decide{
    "decide",
    "Record a decision on a record, or many from a CSV file",
    "  winnow decide review.winnow Hassan2020 --stage title-abstract --verdict include\n"
    "  winnow decide review.winnow Ge2024 --stage full-text --verdict exclude --reason "
    "\"not about handicraft\"\n"
    "  winnow decide review.winnow --from decisions.csv\n"
    "  winnow decide review.winnow --query \"DOCTYPE(ed)\" --stage title-abstract --verdict exclude "
    "--preview",
    define};

} // namespace winnow::cli
