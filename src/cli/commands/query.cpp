#include "cli/command.h"
#include "cli/query/query_step.h"

namespace winnow::cli {

extern const Command query;

namespace {

Action define(CLI::App &parser)
{
    const auto chosen = std::make_shared<Action>();
    parser.require_subcommand(1);
    addCheckStep(parser, chosen);
    addFormatStep(parser, chosen);
    addExplainStep(parser, chosen);
    addTranslateStep(parser, chosen);
    addEffectStep(parser, chosen);
    return [chosen](const Context &context) { return (*chosen)(context); };
}

} // namespace

const Command query{
    "query",
    "Check, format, explain or translate a query in Scopus syntax, or see what each line of it finds",
    "  winnow query check search.scopus\n"
    "  winnow query format --form pretty --query 'TITLE(a OR b) AND PUBYEAR > 2018'\n"
    "  winnow query explain --json search.scopus\n"
    "  winnow query translate --to pubmed search.scopus\n"
    "  winnow query effect review.winnow --query-file search.scopus --seeds 10.1000/a,32123456",
    define};

} // namespace winnow::cli
