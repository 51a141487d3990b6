#include "app/forms.h"

#include "cli/command.h"
#include "cli/text.h"
#include "extraction/field_types.h"
#include "extraction/shipped_forms.h"

#include <ostream>

namespace winnow::cli {

extern const Command forms;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string add;
    std::string save;
    std::string output;
    std::string show;
    std::string reviewer;
    bool asJson = false;
};

int addForm(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto done = app::publishForm(workspace, options.add);
    if (!done) {
        return context.fail(done.error());
    }
    context.out << "Form " << printable(done->form.id) << ", version " << done->form.version << ": "
                << printable(done->form.title) << ".\n";
    for (const extraction::FormChange &change : done->changes) {
        context.out << "  " << printable(change.text) << '\n';
    }
    if (!done->isNew) {
        context.out << "What was extracted under earlier versions stays.\n";
    }
    context.out << "Next: winnow extract " << options.review << " KEY --form " << printable(done->form.id)
                << " FIELD=VALUE ...\n";
    return Done;
}

void printField(const extraction::Field &field, const std::string &indent, const Context &context)
{
    context.out << indent << printable(field.id) << "  " << printable(field.label) << "  ("
                << extraction::infoOf(field.type).label << (field.isRequired ? ", required" : "") << ")\n";
    for (const extraction::Option &option : field.options) {
        context.out << indent << "    " << printable(option.id) << "  " << printable(option.label) << '\n';
    }
    for (const extraction::Field &member : field.fields) {
        printField(member, indent + "    ", context);
    }
}

int showForm(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto form = app::formOf(workspace, options.show);
    if (!form) {
        return context.fail(form.error());
    }
    if (options.asJson) {
        context.out << toJson(*form) << '\n';
        return Done;
    }
    context.out << printable(form->title) << ", version " << form->version << '\n';
    for (const extraction::Section &section : form->sections) {
        context.out << '\n' << printable(section.title) << '\n';
        for (const extraction::Field &field : section.fields) {
            printField(field, "  ", context);
        }
    }
    return Done;
}

int saveForm(app::Workspace &workspace, const Options &options, const Context &context)
{
    if (auto done = app::exportForm(workspace, options.save, options.output); !done) {
        return context.fail(done.error());
    }
    context.out << "Wrote " << options.output << ". Change it, then: winnow forms " << options.review
                << " --add " << options.output << '\n';
    return Done;
}

int listForms(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto list = app::formsOf(workspace);
    if (!list) {
        return context.fail(list.error());
    }
    ordered_json json = ordered_json::array();
    for (const app::PublishedForm &published : *list) {
        const extraction::Form &form = published.form;
        if (options.asJson) {
            json.push_back({{"id", form.id},
                            {"title", form.title},
                            {"version", form.version},
                            {"published", published.atUtc},
                            {"by", published.reviewer}});
        } else {
            context.out << printable(form.id) << "  version " << form.version << "  " << printable(form.title)
                        << '\n';
        }
    }
    if (options.asJson) {
        printJson(context.out, json);
        return Done;
    }
    if (list->empty()) {
        context.out << "This review has no form yet. With Winnow come:\n";
        for (const ShippedFile &shipped : extraction::shippedForms()) {
            const auto form = extraction::shippedForm(shipped.name);
            context.out << "  " << shipped.name << (form ? "  " + form->title : std::string()) << '\n';
        }
        context.out << "Take one: winnow forms " << options.review << " --add pico\n";
    }
    return Done;
}

int act(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (!options.add.empty()) {
        return addForm(*workspace, options, context);
    }
    if (!options.save.empty()) {
        return saveForm(*workspace, options, context);
    }
    return options.show.empty() ? listForms(*workspace, options, context)
                                : showForm(*workspace, options, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *add =
        parser.add_option("--add", options->add, "Take in a form: one that ships with Winnow, or a file")
            ->type_name("FORM");
    auto *save = parser.add_option("--save", options->save, "Write a form to a file, to change it")
                     ->type_name("FORM")
                     ->excludes(add);
    auto *output =
        parser.add_option("-o,--output", options->output, "Where --save writes")->type_name("FILE.json");
    save->needs(output);
    output->needs(save);
    parser.add_option("--show", options->show, "Show the fields of a form")
        ->type_name("FORM")
        ->excludes(add)
        ->excludes(save);
    parser.add_flag("--json", options->asJson, "As JSON");
    parser.add_option("--reviewer", options->reviewer, "Who does it")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command forms{"forms",
                    "List the forms to extract data with, take one in, or change one",
                    "  winnow forms review.winnow --add pico\n"
                    "  winnow forms review.winnow --show pico\n"
                    "  winnow forms review.winnow --save pico -o my-pico.json",
                    define};

} // namespace winnow::cli
