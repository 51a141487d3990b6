#include "cli/query/query_step.h"
#include "cli/text.h"
#include "query/dialects/dialect.h"

#include <ostream>

namespace winnow::cli {

namespace {

using nlohmann::ordered_json;

struct Options
{
    const std::shared_ptr<QueryInput> input = std::make_shared<QueryInput>();
    std::string target; ///< id of a dialect
    bool isJson = false;
};

int translate(const Options &options, const Context &context, const std::string &text)
{
    const app::CheckedText checked = app::checkQuery(text, options.input->precedence);
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
            context.err << "W29: " << printable(loss.message) << '\n';
        }
    }
    return translation.text.empty() ? Refused : Done;
}

} // namespace

void addTranslateStep(CLI::App &parser, const ChosenStep &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *step =
        addQueryStep(parser, "translate", "Write the query in the syntax of another source", options->input);
    std::vector<std::string> targets;
    for (const query::Dialect *dialect : query::allDialects()) {
        targets.emplace_back(dialect->id);
    }
    step->add_option("--to", options->target, "Whose syntax")->required()->check(CLI::IsMember(targets));
    step->add_flag("--json", options->isJson, "As JSON, with what is lost");
    step->callback([options, chosen] {
        *chosen = [options](const Context &context) {
            auto text = textOf(*options->input);
            return text ? translate(*options, context, *text) : context.fail(text.error());
        };
    });
}

} // namespace winnow::cli
