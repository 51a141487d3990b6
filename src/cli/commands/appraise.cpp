#include "app/appraisal_import.h"
#include "app/appraisal_rows.h"
#include "app/appraisal_tools.h"
#include "app/appraisals.h"
#include "app/record_keys.h"
#include "cli/appraisal_options.h"
#include "cli/appraisal_report.h"
#include "cli/command.h"
#include "cli/text.h"

#include <algorithm>
#include <array>
#include <ostream>

namespace winnow::cli {

extern const Command appraise;

namespace {

struct Options
{
    std::string review;
    std::string key;
    std::vector<std::string> judgements;
    std::vector<std::string> answers;
    std::vector<std::string> support;
    std::vector<std::string> quotes;
    std::vector<std::string> pages;
    std::vector<std::string> places;
    std::string file;
    std::string exported;
    std::string tool;
    std::string toolFile;
    std::string result;
    std::string reviewer;
    bool isConsensus = false;
    bool asksTools = false;
    bool asksQuestions = false;
    bool asJson = false;

    [[nodiscard]] bool says() const
    {
        return !judgements.empty() || !answers.empty() || !support.empty() || !quotes.empty() ||
               !pages.empty() || !places.empty();
    }
};

Error refusal(std::string message)
{
    return {ErrorCode::InvalidArgument, std::move(message), {}, {}};
}

/// "D1=low" -> D1, low. Nothing before or behind the mark is refused.
Result<std::pair<std::string, std::string>> divided(const std::string &argument, const std::string &example)
{
    const std::size_t at = argument.find('=');
    if (at == std::string::npos || at == 0 || at + 1 == argument.size()) {
        return refusal("\"" + argument + "\" cannot be read. Write it as " + example + ".");
    }
    return std::pair(argument.substr(0, at), argument.substr(at + 1));
}

/// Whether that is asked, or concluded of the whole, and not judged.
bool isAnswered(const appraisal::Tool &tool, const std::string &item)
{
    return appraisal::questionOf(tool, item) != nullptr ||
           (!tool.conclusion.empty() && (item == "Overall" || item == "overall"));
}

Result<void>
addJudgement(const std::string &argument, const appraisal::Tool &tool, app::RecordJudgements &said)
{
    auto parts = divided(argument, "D1=low");
    if (!parts) {
        return std::move(parts).error();
    }
    if (isAnswered(tool, parts->first)) {
        said.answers.push_back({parts->first, parts->second});
        return {};
    }
    auto domain = app::domainCalled(tool, parts->first);
    if (!domain) {
        return std::move(domain).error();
    }
    const auto judgement = appraisal::judgementFromText(parts->second, tool.loneS);
    if (!judgement) {
        return refusal("\"" + parts->second + "\" is no judgement; write " + appraisal::choicesOf(tool) +
                       ".");
    }
    said.judgements.push_back({*std::move(domain), *judgement});
    return {};
}

/// One of the texts behind what was said: support, quote, page or place.
struct Reason
{
    const char *what;
    std::string app::DomainJudgement::*ofJudgement;
    std::string app::QuestionAnswer::*ofAnswer;
};

Result<void> addReason(const Reason &reason,
                       const std::string &argument,
                       const appraisal::Tool &tool,
                       app::RecordJudgements &said)
{
    auto parts = divided(argument, "\"D1=allocation by a central service\"");
    if (!parts) {
        return std::move(parts).error();
    }
    const auto answer = std::ranges::find(said.answers, parts->first, &app::QuestionAnswer::question);
    if (answer != said.answers.end()) {
        (*answer).*(reason.ofAnswer) = parts->second;
        return {};
    }
    if (isAnswered(tool, parts->first)) {
        return refusal("There is " + std::string(reason.what) + " for " + parts->first +
                       " but no answer; add --answer " + parts->first + "=Y or what it is.");
    }
    auto domain = app::domainCalled(tool, parts->first);
    if (!domain) {
        return std::move(domain).error();
    }
    const auto judged = std::ranges::find(said.judgements, *domain, &app::DomainJudgement::domain);
    if (judged == said.judgements.end()) {
        return refusal("There is " + std::string(reason.what) + " for " + *domain +
                       " but no judgement; add " + *domain + "=low or what it is.");
    }
    (*judged).*(reason.ofJudgement) = parts->second;
    return {};
}

Result<app::RecordJudgements> saidIn(const Options &options, RecordId record, const appraisal::Tool &tool)
{
    app::RecordJudgements said{record, {}, {}, options.result, options.isConsensus};
    for (const std::string &argument : options.judgements) {
        if (auto added = addJudgement(argument, tool, said); !added) {
            return std::move(added).error();
        }
    }
    for (const std::string &argument : options.answers) {
        auto parts = divided(argument, "1.1=Y");
        if (!parts) {
            return std::move(parts).error();
        }
        said.answers.push_back({parts->first, parts->second});
    }
    const std::array<std::pair<Reason, const std::vector<std::string> *>, 4> reasons{
        {{{"support", &app::DomainJudgement::support, &app::QuestionAnswer::support}, &options.support},
         {{"a quote", &app::DomainJudgement::quote, &app::QuestionAnswer::quote}, &options.quotes},
         {{"a page", &app::DomainJudgement::page, &app::QuestionAnswer::page}, &options.pages},
         {{"a place", &app::DomainJudgement::place, &app::QuestionAnswer::place}, &options.places}}};
    for (const auto &[reason, arguments] : reasons) {
        for (const std::string &argument : *arguments) {
            if (auto added = addReason(reason, argument, tool, said); !added) {
                return std::move(added).error();
            }
        }
    }
    return said;
}

int show(const std::vector<app::RecordAppraisal> &appraisals, const Options &options, const Context &context)
{
    if (options.asJson) {
        printJson(context.out, appraisalsJson(appraisals));
        return Done;
    }
    for (const app::RecordAppraisal &one : appraisals) {
        printAppraisal(context.out, one);
    }
    if (appraisals.empty()) {
        context.out << "No judgement on " << printable(options.key) << " that you may see.\n";
    }
    return Done;
}

int showQuestions(const appraisal::Tool &tool,
                  const app::RecordAppraisal *appraisal,
                  const Options &options,
                  const Context &context)
{
    if (options.asJson) {
        printJson(context.out, questionsJson(tool, appraisal));
    } else {
        printQuestions(context.out, tool, appraisal);
    }
    return Done;
}

/// nullptr where the record is not appraised by this tool for this result.
const app::RecordAppraisal *appraisalBy(const std::vector<app::RecordAppraisal> &appraisals,
                                        const appraisal::Tool &tool,
                                        const std::string &result)
{
    const auto found = std::ranges::find_if(appraisals, [&](const app::RecordAppraisal &one) {
        return one.tool->id == tool.id && one.result == result;
    });
    return found == appraisals.end() ? nullptr : &*found;
}

int appraiseRecord(app::Workspace &workspace,
                   const appraisal::ToolPtr &tool,
                   const Options &options,
                   const Context &context)
{
    const auto record = app::recordFromKey(workspace, options.key);
    if (!record) {
        return context.fail(record.error());
    }
    if ((options.says() || options.asksQuestions) && tool == nullptr) {
        context.err << "winnow: Name the tool, such as --tool rob2.\n";
        return UsedWrongly;
    }
    if (options.says()) {
        const auto said = saidIn(options, *record, *tool);
        if (!said) {
            return context.fail(said.error());
        }
        if (auto done = app::appraiseAll(workspace, *tool, {*said}); !done) {
            return context.fail(done.error());
        }
    }
    const auto appraisals = app::appraisalsOfRecord(workspace, *record);
    if (!appraisals) {
        return context.fail(appraisals.error());
    }
    return options.asksQuestions
               ? showQuestions(*tool, appraisalBy(*appraisals, *tool, options.result), options, context)
               : show(*appraisals, options, context);
}

int importRows(app::Workspace &workspace,
               const appraisal::ToolPtr &tool,
               const Options &options,
               const Context &context)
{
    const auto outcome = app::importAppraisalRows(workspace, options.file, tool, options.result);
    if (!outcome) {
        return context.fail(outcome.error());
    }
    if (options.asJson) {
        printJson(context.out,
                  {{"studies", outcome->studies},
                   {"answers", outcome->answers},
                   {"judgements", outcome->judgements}});
    } else {
        context.out << counted(static_cast<std::int64_t>(outcome->answers), "answer") << " and "
                    << counted(static_cast<std::int64_t>(outcome->judgements), "judgement") << " on "
                    << appraisal::studiesText(outcome->studies) << " taken over.\n";
    }
    return Done;
}

int importFile(app::Workspace &workspace,
               const appraisal::ToolPtr &tool,
               const Options &options,
               const Context &context)
{
    const auto hasRows = app::holdsAppraisalRows(options.file);
    if (!hasRows) {
        return context.fail(hasRows.error());
    }
    if (*hasRows) {
        return importRows(workspace, tool, options, context);
    }
    const auto outcome = app::importAppraisals(workspace, options.file, tool, options.result);
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

int exportFile(app::Workspace &workspace,
               const appraisal::ToolPtr &tool,
               const Options &options,
               const Context &context)
{
    const auto rows = app::appraisalRows(workspace, tool);
    if (!rows) {
        return context.fail(rows.error());
    }
    if (auto written = app::writeAppraisalRows(*rows, options.exported); !written) {
        return context.fail(written.error());
    }
    context.out << "Wrote " << options.exported << ": "
                << counted(static_cast<std::int64_t>(rows->size()), "row") << ".\n";
    return Done;
}

int listTools(app::Workspace *workspace, const Options &options, const Context &context)
{
    const auto shipped = appraisal::tools();
    const auto tools = workspace != nullptr
                           ? app::toolsOf(*workspace)
                           : Result(std::vector<appraisal::ToolPtr>(shipped.begin(), shipped.end()));
    if (!tools) {
        return context.fail(tools.error());
    }
    if (options.asJson) {
        printJson(context.out, toolsJson(*tools));
    } else {
        printTools(context.out, *tools);
    }
    return Done;
}

/// What can be asked without a review.
int actAlone(const Options &options, const Context &context)
{
    if (options.asksTools) {
        return listTools(nullptr, options, context);
    }
    auto tool =
        options.toolFile.empty() ? chosenTool(nullptr, options.tool) : app::readTool(options.toolFile);
    if (!tool) {
        return context.fail(tool.error());
    }
    if (*tool == nullptr || !options.asksQuestions) {
        context.err << "winnow: Name a review; without one, --tools lists the tools and --tool TOOL "
                       "--questions the questions of one.\n";
        return UsedWrongly;
    }
    return showQuestions(**tool, nullptr, options, context);
}

/// The tool by its id, or from a file, which is stored in the review.
Result<appraisal::ToolPtr> toolIn(app::Workspace &workspace, const Options &options)
{
    return options.toolFile.empty() ? chosenTool(&workspace, options.tool)
                                    : app::publishTool(workspace, options.toolFile);
}

int actIn(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto tool = toolIn(workspace, options);
    if (!tool) {
        return context.fail(tool.error());
    }
    if (options.asksTools) {
        return listTools(&workspace, options, context);
    }
    if (!options.exported.empty()) {
        return exportFile(workspace, *tool, options, context);
    }
    if (!options.file.empty()) {
        return importFile(workspace, *tool, options, context);
    }
    if (!options.key.empty()) {
        return appraiseRecord(workspace, *tool, options, context);
    }
    if (*tool != nullptr && options.asksQuestions) {
        return showQuestions(**tool, nullptr, options, context);
    }
    context.out << printable((*tool)->name) << " can be used in this review as --tool "
                << printable((*tool)->id) << ".\n";
    return Done;
}

int act(const Options &options, const Context &context)
{
    if (options.review.empty()) {
        return actAlone(options, context);
    }
    const bool hasWork = !options.key.empty() || !options.file.empty() || !options.exported.empty() ||
                         options.asksTools || !options.toolFile.empty() ||
                         (options.asksQuestions && !options.tool.empty());
    if (!hasWork) {
        context.err
            << "winnow: Name a record and its judgements, such as D1=low, or with --from a CSV in the "
               "form of robvis; winnow appraise --help tells more.\n";
        return UsedWrongly;
    }
    const auto workspace = context.open(options.review, options.reviewer);
    return workspace ? actIn(*workspace, options, context) : Refused;
}

void defineSayings(CLI::App &parser, Options &options)
{
    const auto add = [&](const char *name, std::vector<std::string> &to, const char *what, const char *type) {
        parser.add_option(name, to, what)->type_name(type)->expected(1)->take_all();
    };
    add("--answer", options.answers, "An answer to a question of the tool", "QUESTION=ANSWER");
    add("--support", options.support, "What a judgement or answer rests on", "ITEM=TEXT");
    add("--quote", options.quotes, "The words of the report that it rests on", "ITEM=TEXT");
    add("--page", options.pages, "Where the quote stands", "ITEM=PAGE");
    add("--place", options.places, "The same in an attached PDF: HASH#page=N&box=L,T,R,B", "ITEM=PLACE");
    parser
        .add_option("--result",
                    options.result,
                    "The result of the study that is appraised, such as \"pain at 6 weeks\"")
        ->type_name("NAME");
    parser.add_flag("--consensus",
                    options.isConsensus,
                    "What is said holds for all reviewers; for those who may settle conflicts at full text");
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->type_name("REVIEW");
    auto *key = parser.add_option("key", options->key, "Key or #number of the record")->type_name("KEY");
    parser
        .add_option("judgements",
                    options->judgements,
                    "A judgement for each domain, and Overall, where they do not follow from answers and "
                    "domains; none shows what is there")
        ->type_name("DOMAIN=JUDGEMENT");
    defineTool(parser, options->tool, "; with --from by default what the table looks like");
    parser
        .add_option("--tool-file",
                    options->toolFile,
                    "A tool of your own, which is stored in the review and used from then on")
        ->type_name("FILE");
    defineSayings(parser, *options);
    auto *from =
        parser
            .add_option("--from",
                        options->file,
                        "Instead: all judgements of a CSV in the form of robvis, its studies named by key or "
                        "as author and year; or answers and judgements as --export writes them")
            ->type_name("FILE")
            ->excludes(key);
    parser
        .add_option(
            "--export",
            options->exported,
            "Instead: writes all answers and judgements that you may see as .csv or .json, from which "
            "--from builds them again")
        ->type_name("FILE")
        ->excludes(key)
        ->excludes(from);
    parser.add_flag("--tools", options->asksTools, "Instead: lists the tools; needs no review");
    parser.add_flag("--questions",
                    options->asksQuestions,
                    "Shows the questions of the tool, the answers so far and which are asked next");
    parser.add_flag("--json", options->asJson, "As JSON");
    parser.add_option("--reviewer", options->reviewer, "Whose judgements")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command appraise{
    "appraise",
    "Appraise studies: answer the questions of a tool, judge how far they may be biased, or show both",
    "  winnow appraise --tools\n"
    "  winnow appraise review.winnow Hassan2020 --tool rob2 --result \"pain at 6 weeks\" --answer 1.1=Y "
    "--answer 1.2=PY\n"
    "  winnow appraise review.winnow Hassan2020 --tool rob2 --questions\n"
    "  winnow appraise review.winnow Hassan2020 --tool rob2 D1=low D2=some D3=low D4=low D5=low\n"
    "  winnow appraise review.winnow Hassan2020 --tool rob2 Overall=high --support \"Overall=three "
    "concerns\"\n"
    "  winnow appraise review.winnow --from robvis.csv\n"
    "  winnow appraise review.winnow --export appraisals.csv",
    define};

} // namespace winnow::cli
