#include "app/decide.h"

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
    std::string stage;
    std::string verdict;
    std::string reason;
    std::string note;
    std::string reviewer;
};

/// Decisions in what a screening tool exports.
int takeFromFile(const Options &options, const Context &context, app::Workspace &workspace)
{
    const app::TakeDecisionsRequest request{options.from,
                                            {},
                                            stageFromString(options.stage).value_or(Stage::TitleAbstract),
                                            verdictFromString(options.verdict),
                                            options.reason};
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

int decideOne(const Options &options, const Context &context, app::Workspace &workspace)
{
    if (options.stage.empty() || options.verdict.empty()) {
        context.err << "winnow: A decision needs --stage and --verdict; see winnow decide --help.\n";
        return UsedWrongly;
    }
    auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    const app::DecideRequest request{*record,
                                     stageFromString(options.stage).value_or(Stage::TitleAbstract),
                                     verdictFromString(options.verdict).value_or(Verdict::Maybe),
                                     options.reason,
                                     options.note,
                                     {},
                                     {}};
    auto done = app::decide(workspace, std::span(&request, 1));
    if (!done) {
        return context.fail(done.error());
    }
    context.out << printable(options.key) << ": " << options.verdict << " at " << options.stage
                << (options.reason.empty() ? "" : ", " + printable(options.reason)) << " (by "
                << printable(workspace.reviewer()) << ")\n";
    return Done;
}

int makeDecision(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
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
    parser.add_option("--stage", options->stage, "Where it was decided")
        ->check(CLI::IsMember({"title-abstract", "full-text"}));
    parser.add_option("--verdict", options->verdict, "What was decided")
        ->check(CLI::IsMember({"include", "exclude", "maybe"}));
    parser.add_option("--reason", options->reason, "Reason of an exclusion, as the diagram prints it");
    parser.add_option("--note", options->note, "Anything to remember");
    parser.add_option("--reviewer", options->reviewer, "Who decides")->type_name("NAME");
    return [options](const Context &context) { return makeDecision(*options, context); };
}

} // namespace

const Command decide{"decide",
                     "Record a decision on a record, or many from a CSV file",
                     "  winnow decide review.winnow Hassan2020 --stage title-abstract --verdict include\n"
                     "  winnow decide review.winnow Ge2024 --stage full-text --verdict exclude --reason "
                     "\"not about handicraft\"\n"
                     "  winnow decide review.winnow --from decisions.csv",
                     define};

} // namespace winnow::cli
