#include "app/check_records.h"
#include "cli/query/query_step.h"
#include "cli/query/seed_options.h"
#include "cli/text.h"

#include <algorithm>
#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;

struct Options
{
    const std::shared_ptr<QueryInput> input = std::make_shared<QueryInput>();
    std::string fix;
    std::string review; ///< empty: the text alone is checked
    SeedOptions seeds;
    bool isJson = false;
};

ordered_json asJson(const query::Problem &problem)
{
    ordered_json fix;
    if (problem.fix) {
        ordered_json edits = ordered_json::array();
        for (const query::Edit &edit : problem.fix->edits) {
            edits.push_back({{"from", edit.from}, {"to", edit.to}, {"text", edit.text}});
        }
        fix = {{"label", problem.fix->label}, {"edits", std::move(edits)}};
    }
    return {{"code", problem.code},
            {"severity", app::severityName(problem.severity)},
            {"from", problem.from},
            {"to", problem.to},
            {"message", problem.message},
            {"fix", std::move(fix)}};
}

void printProblemsAsJson(std::ostream &out, const app::CheckedText &checked)
{
    ordered_json problems = ordered_json::array();
    for (const query::Problem &problem : checked.problems) {
        problems.push_back(asJson(problem));
    }
    printJson(out, {{"ok", checked.isOk}, {"problems", std::move(problems)}});
}

void printProblems(std::ostream &out, const app::CheckedText &checked)
{
    constexpr std::size_t kMost = 200;
    for (std::size_t i = 0; i < checked.problems.size() && i < kMost; ++i) {
        out << app::problemText(checked.text, checked.problems[i]) << '\n';
        if (const auto &fix = checked.problems[i].fix) {
            out << "  fix: " << fix->label << " (--fix " << checked.problems[i].code << ")\n";
        }
    }
    if (checked.problems.size() > kMost) {
        out << "... and " << grouped(static_cast<std::int64_t>(checked.problems.size() - kMost))
            << " more; --json lists all\n";
    }
    const auto count = [&](query::ProblemSeverity severity) {
        return std::ranges::count(checked.problems, severity, &query::Problem::severity);
    };
    out << (checked.isOk ? "The query can be run: " : "The query cannot be run: ")
        << counted(count(query::ProblemSeverity::Error), "error") << ", "
        << counted(count(query::ProblemSeverity::Warning), "warning") << ", "
        << counted(count(query::ProblemSeverity::Info), "notice") << ".\n";
}

/// Adds what the records of the review tell, where one is named.
int checkRecords(const Options &options, const Context &context, app::CheckedText &checked)
{
    if (options.review.empty()) {
        return Done;
    }
    auto seeds = namesOf(options.seeds);
    if (!seeds) {
        return context.fail(seeds.error());
    }
    const auto workspace = context.open(options.review);
    if (!workspace) {
        return Refused;
    }
    const auto done =
        app::checkOverRecords(*workspace, checked, options.input->precedence, *seeds, context.task);
    return done ? Done : context.fail(done.error());
}

int check(const Options &options, const Context &context, const std::string &text)
{
    const bool isMending = !options.fix.empty();
    app::CheckedText checked = app::checkQuery(
        text, options.input->precedence, {isMending, options.fix == "all" ? std::string() : options.fix});
    if (isMending) {
        context.out << checked.text << '\n';
        return checked.isOk ? Done : refuse(context, checked);
    }
    if (const int code = checkRecords(options, context, checked); code != Done) {
        return code;
    }
    if (options.isJson) {
        printProblemsAsJson(context.out, checked);
    } else {
        printProblems(context.out, checked);
    }
    return checked.isOk ? Done : Refused;
}

} // namespace

void addCheckStep(CLI::App &parser, const ChosenStep &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *step =
        addQueryStep(parser, "check", "Say what is wrong or doubtful, and where", options->input);
    auto *json = step->add_flag("--json", options->isJson, "As JSON");
    auto *fix =
        step->add_option("--fix", options->fix, "Print the query with the fixes of one code applied, or all")
            ->type_name("CODE|all")
            ->excludes(json);
    auto *review = step->add_option("--review", options->review, "Check over the records of a review too")
                       ->type_name("REVIEW")
                       ->excludes(fix);
    addSeeds(*step, options->seeds);
    for (const std::string name : {"--seeds", "--seeds-file"}) {
        step->get_option(name)->needs(review);
    }
    step->callback([options, chosen] {
        *chosen = [options](const Context &context) {
            auto text = textOf(*options->input);
            return text ? check(*options, context, *text) : context.fail(text.error());
        };
    });
}

} // namespace winnow::cli
