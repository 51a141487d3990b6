#include "app/check_query.h"
#include "base/file.h"
#include "cli/command.h"
#include "cli/text.h"
#include "query/dialects/dialect.h"
#include "query/explain.h"
#include "query/printer.h"

#include <algorithm>
#include <iostream>
#include <iterator>
#include <map>
#include <ostream>

namespace winnow::cli {

extern const Command query;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string file;
    std::string query;
    query::Precedence precedence = query::Precedence::Classic;
    query::PrintForm form = query::PrintForm::Normalised;
    std::string fix;
    std::string target; ///< id of a dialect
    bool isJson = false;
};

/// The query of a file, of standard input (-) or of --query; a line end at its end is none of it.
Result<std::string> textOf(const Options &options)
{
    std::string text;
    if (options.file == "-") {
        text.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
        auto read = queryText(options.query, options.file);
        if (!read) {
            return read;
        }
        text = *std::move(read);
    }
    while (text.ends_with('\n') || text.ends_with('\r')) {
        text.pop_back();
    }
    return text;
}

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

ordered_json asJson(const query::Node &node)
{
    ordered_json json{{"kind", query::kindName(node)}, {"from", node.from}, {"to", node.to}};
    switch (node.kind) {
    case query::NodeKind::Term:
        json["form"] = node.form == query::TermForm::Word    ? "word"
                       : node.form == query::TermForm::Loose ? "loose"
                                                             : "exact";
        json["text"] = node.text;
        break;
    case query::NodeKind::Compare:
        json["code"] = node.code->code;
        json["comparison"] = node.comparison == query::Comparison::Less      ? "<"
                             : node.comparison == query::Comparison::Greater ? ">"
                                                                             : "=";
        json["number"] = node.number;
        break;
    case query::NodeKind::Fielded:
        json["code"] = node.code->code;
        break;
    case query::NodeKind::Proximity:
        json["distance"] = node.distance;
        json["ordered"] = node.isOrdered;
        break;
    default:
        break;
    }
    if (!node.children.empty()) {
        ordered_json children = ordered_json::array();
        for (const query::NodePtr &child : node.children) {
            children.push_back(asJson(*child));
        }
        json["children"] = std::move(children);
    }
    return json;
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

/// Prints the errors of a query that cannot be read.
int refuse(const Context &context, const app::CheckedText &checked)
{
    for (const query::Problem &problem : checked.problems) {
        if (problem.severity == query::ProblemSeverity::Error) {
            context.err << "winnow: " << app::problemText(checked.text, problem) << '\n';
        }
    }
    return Refused;
}

using Step = int (*)(const Options &options, const Context &context, const std::string &text);

int check(const Options &options, const Context &context, const std::string &text)
{
    const bool isMending = !options.fix.empty();
    const app::CheckedText checked = app::checkQuery(
        text, options.precedence, {isMending, options.fix == "all" ? std::string() : options.fix});
    if (isMending) {
        context.out << checked.text << '\n';
        return checked.isOk ? Done : refuse(context, checked);
    }
    if (options.isJson) {
        printProblemsAsJson(context.out, checked);
    } else {
        printProblems(context.out, checked);
    }
    return checked.isOk ? Done : Refused;
}

int format(const Options &options, const Context &context, const std::string &text)
{
    const app::CheckedText checked = app::checkQuery(text, options.precedence);
    if (checked.root == nullptr) {
        return refuse(context, checked);
    }
    context.out << query::printAs(options.form, *checked.root, text) << '\n';
    return Done;
}

int explain(const Options &options, const Context &context, const std::string &text)
{
    const app::CheckedText checked = app::checkQuery(text, options.precedence);
    if (checked.root == nullptr) {
        return refuse(context, checked);
    }
    const std::vector<std::string_view> notHere = query::fieldsNotHere(*checked.root);
    if (options.isJson) {
        printJson(context.out,
                  {{"text", query::explain(*checked.root)},
                   {"normalised", query::printNormalised(*checked.root)},
                   {"fields_not_in_imported_records", notHere},
                   {"tree", asJson(*checked.root)}});
        return Done;
    }
    context.out << query::explain(*checked.root) << "\n\n" << query::drawTree(*checked.root);
    if (!notHere.empty()) {
        context.out << "\nRecords that were imported do not say ";
        for (std::size_t i = 0; i < notHere.size(); ++i) {
            context.out << (i == 0 ? "" : ", ") << notHere[i];
        }
        context.out << "; over them this cannot be known.\n";
    }
    return Done;
}

int translate(const Options &options, const Context &context, const std::string &text)
{
    const app::CheckedText checked = app::checkQuery(text, options.precedence);
    if (checked.root == nullptr) {
        return refuse(context, checked);
    }
    const query::Translation translation = query::findDialect(options.target)->translate(*checked.root);
    if (options.isJson) {
        ordered_json losses = ordered_json::array();
        for (const query::Loss &loss : translation.losses) {
            losses.push_back({{"from", loss.from},
                              {"to", loss.to},
                              {"message", loss.message},
                              {"may_miss", loss.mayMiss}});
        }
        printJson(context.out,
                  {{"text", translation.text},
                   {"superset", translation.isSuperset},
                   {"losses", std::move(losses)}});
    } else {
        context.out << translation.text << (translation.text.empty() ? "" : "\n");
        for (const query::Loss &loss : translation.losses) {
            context.err << "W29: " << loss.message << '\n';
        }
    }
    return translation.text.empty() ? Refused : Done;
}

CLI::App *addStep(CLI::App &parser,
                  const std::shared_ptr<Options> &options,
                  const std::shared_ptr<Step> &chosen,
                  const std::string &name,
                  const std::string &summary,
                  Step step)
{
    CLI::App *sub = parser.add_subcommand(name, summary);
    auto *source = sub->add_option_group("query", "One of")->require_option(1);
    source->add_option("file", options->file, "File that holds the query; - is standard input")
        ->type_name("FILE");
    source->add_option("--query", options->query, "The query itself")->type_name("QUERY");
    const std::map<std::string, query::Precedence> precedences{{"classic", query::Precedence::Classic},
                                                               {"standard", query::Precedence::Standard}};
    sub->add_option("--precedence",
                    options->precedence,
                    "Which operator binds most: OR (classic, as Scopus documents) or AND (standard)")
        ->transform(CLI::CheckedTransformer(precedences, CLI::ignore_case).description(""))
        ->type_name("classic|standard");
    sub->callback([chosen, step] { *chosen = step; });
    return sub;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const auto chosen = std::make_shared<Step>(nullptr);
    parser.require_subcommand(1);
    CLI::App *sub =
        addStep(parser, options, chosen, "check", "Say what is wrong or doubtful, and where", check);
    auto *json = sub->add_flag("--json", options->isJson, "As JSON");
    sub->add_option("--fix", options->fix, "Print the query with the fixes of one code applied, or all")
        ->type_name("CODE|all")
        ->excludes(json);
    sub = addStep(parser, options, chosen, "format", "Print the query in another form", format);
    const std::map<std::string, query::PrintForm> forms{{"as-written", query::PrintForm::AsWritten},
                                                        {"normalised", query::PrintForm::Normalised},
                                                        {"pretty", query::PrintForm::Pretty}};
    sub->add_option("--form", options->form, "Which form; normalised is the default")
        ->transform(CLI::CheckedTransformer(forms, CLI::ignore_case).description(""))
        ->type_name("normalised|pretty|as-written");
    sub = addStep(parser, options, chosen, "explain", "Say in plain words what the query finds", explain);
    sub->add_flag("--json", options->isJson, "As JSON, with the tree");
    sub = addStep(
        parser, options, chosen, "translate", "Write the query in the syntax of another source", translate);
    std::vector<std::string> targets;
    for (const query::Dialect *dialect : query::allDialects()) {
        targets.emplace_back(dialect->id);
    }
    sub->add_option("--to", options->target, "Whose syntax")->required()->check(CLI::IsMember(targets));
    sub->add_flag("--json", options->isJson, "As JSON, with what is lost");
    return [options, chosen](const Context &context) {
        auto text = textOf(*options);
        return text ? (*chosen)(*options, context, *text) : context.fail(text.error());
    };
}

} // namespace

const Command query{"query",
                    "Check, format, explain or translate a query in Scopus syntax",
                    "  winnow query check search.scopus\n"
                    "  winnow query format --form pretty --query 'TITLE(a OR b) AND PUBYEAR > 2018'\n"
                    "  winnow query explain --json search.scopus\n"
                    "  winnow query translate --to pubmed search.scopus",
                    define};

} // namespace winnow::cli
