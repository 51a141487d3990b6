#include "cli/choice.h"
#include "cli/query/query_step.h"
#include "query/printer.h"

#include <map>
#include <ostream>

namespace winnow::cli {

namespace {

struct Options
{
    const std::shared_ptr<QueryInput> input = std::make_shared<QueryInput>();
    query::PrintForm form = query::PrintForm::Normalised;
};

int format(const Options &options, const Context &context, const std::string &text)
{
    const app::CheckedText checked = app::checkQuery(text, options.input->precedence);
    if (checked.root == nullptr) {
        return refuse(context, checked);
    }
    context.out << query::printAs(options.form, *checked.root, text) << '\n';
    return Done;
}

} // namespace

void addFormatStep(CLI::App &parser, const ChosenStep &chosen)
{
    const auto options = std::make_shared<Options>();
    CLI::App *step = addQueryStep(parser, "format", "Print the query in another form", options->input);
    const std::map<std::string, query::PrintForm> forms{{"as-written", query::PrintForm::AsWritten},
                                                        {"normalised", query::PrintForm::Normalised},
                                                        {"pretty", query::PrintForm::Pretty}};
    step->add_option("--form", options->form, "Which form; normalised is the default")
        ->transform(choiceOf(forms, CLI::ignore_case))
        ->type_name("normalised|pretty|as-written");
    step->callback([options, chosen] {
        *chosen = [options](const Context &context) {
            auto text = textOf(*options->input);
            return text ? format(*options, context, *text) : context.fail(text.error());
        };
    });
}

} // namespace winnow::cli
