#include "app/screening_progress.h"
#include "cli/command.h"
#include "cli/text.h"

#include <cmath>
#include <ostream>

namespace winnow::cli {

extern const Command progress;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    bool asJson = false;
};

ordered_json toJson(const app::StageProgress &stage)
{
    return {{"stage", toString(stage.stage)},
            {"records", stage.come},
            {"undecided", stage.undecided},
            {"pending", stage.pending},
            {"conflicts", stage.conflicts},
            {"included", stage.included},
            {"excluded", stage.excluded},
            {"maybe", stage.maybe}};
}

ordered_json toJson(const app::ReviewerProgress &reviewer)
{
    const screening::Pace &pace = reviewer.pace;
    return {{"stage", toString(reviewer.stage)},
            {"reviewer", reviewer.reviewer},
            {"decided", reviewer.decided},
            {"decisions_at_once", reviewer.atOnce},
            {"worked_s", static_cast<double>(pace.workedMs) / 1000},
            {"median_s",
             pace.medianMs ? ordered_json(static_cast<double>(*pace.medianMs) / 1000) : ordered_json()},
            {"records_per_hour", pace.recordsPerHour ? ordered_json(*pace.recordsPerHour) : ordered_json()},
            {"last", reviewer.lastUtc}};
}

void print(const Context &context, const app::StageProgress &stage)
{
    context.out << toString(stage.stage) << ": " << counted(stage.come, "record") << "; "
                << grouped(stage.included) << " included, " << grouped(stage.excluded) << " excluded, "
                << grouped(stage.maybe) << " maybe, " << grouped(stage.conflicts) << " in conflict, "
                << grouped(stage.pending) << " wait for a second vote, " << grouped(stage.undecided)
                << " undecided\n";
}

void print(const Context &context, const app::ReviewerProgress &reviewer)
{
    constexpr std::int64_t kMsPerMinute = 60'000;
    context.out << "  " << printable(reviewer.reviewer) << " at " << toString(reviewer.stage) << ": "
                << counted(reviewer.decided, "record") << " decided";
    if (reviewer.atOnce > 0) {
        context.out << " (" << grouped(reviewer.atOnce) << " in bulk or from files)";
    }
    if (reviewer.pace.recordsPerHour) {
        context.out << "; " << counted(reviewer.pace.workedMs / kMsPerMinute, "minute") << " of work, "
                    << std::lround(*reviewer.pace.recordsPerHour) << " records an hour";
    }
    context.out << "; last " << reviewer.lastUtc << '\n';
}

int show(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    auto found = app::screeningProgress(*workspace);
    if (!found) {
        return context.fail(found.error());
    }
    ordered_json json{{"stages", ordered_json::array()}, {"reviewers", ordered_json::array()}};
    for (const app::StageProgress &stage : found->stages) {
        options.asJson ? json["stages"].push_back(toJson(stage)) : print(context, stage);
    }
    for (const app::ReviewerProgress &reviewer : found->reviewers) {
        options.asJson ? json["reviewers"].push_back(toJson(reviewer)) : print(context, reviewer);
    }
    if (options.asJson) {
        printJson(context.out, json);
    }
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    parser.add_flag("--json", options->asJson, "Print JSON");
    return [options](const Context &context) { return show(*options, context); };
}

} // namespace

const Command progress{"progress",
                       "Say how far each stage and each reviewer is, and at what pace",
                       "  winnow progress review.winnow\n"
                       "  winnow progress review.winnow --json",
                       define};

} // namespace winnow::cli
