#include "cli/query/query_step.h"

#include "cli/choice.h"
#include "cli/text.h"

#include <iostream>
#include <iterator>
#include <map>
#include <ostream>

namespace winnow::cli {

CLI::App *addQueryStep(CLI::App &parser,
                       const std::string &name,
                       const std::string &summary,
                       const std::shared_ptr<QueryInput> &input)
{
    CLI::App *step = parser.add_subcommand(name, summary);
    auto *source = step->add_option_group("query", "One of")->require_option(1);
    source->add_option("file", input->file, "File that holds the query; - is standard input")
        ->type_name("FILE");
    source->add_option("--query", input->query, "The query itself")->type_name("QUERY");
    addPrecedence(*step, input->precedence);
    return step;
}

void addPrecedence(CLI::App &step, query::Precedence &precedence)
{
    const std::map<std::string, query::Precedence> precedences{{"classic", query::Precedence::Classic},
                                                               {"standard", query::Precedence::Standard}};
    step.add_option("--precedence",
                    precedence,
                    "Which operator binds most: OR (classic, as Scopus documents) or AND (standard)")
        ->transform(choiceOf(precedences, CLI::ignore_case))
        ->type_name("classic|standard");
}

Result<std::string> textOf(const QueryInput &input)
{
    std::string text;
    if (input.file == "-") {
        text.assign(std::istreambuf_iterator<char>(std::cin), {});
    } else {
        auto read = queryText(input.query, input.file);
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

int refuse(const Context &context, const app::CheckedText &checked)
{
    for (const query::Problem &problem : checked.problems) {
        if (problem.severity == query::ProblemSeverity::Error) {
            context.err << "winnow: " << app::problemText(checked.text, problem) << '\n';
        }
    }
    return Refused;
}

} // namespace winnow::cli
