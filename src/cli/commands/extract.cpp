#include "app/extraction.h"
#include "app/extraction_file.h"
#include "app/forms.h"
#include "cli/command.h"
#include "cli/text.h"
#include "extraction/conditions.h"
#include "model/quote_place.h"

#include <ostream>

namespace winnow::cli {

extern const Command extract;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    std::string key;
    std::string form;
    std::string study;
    std::vector<std::string> values;
    std::vector<std::string> quotes;
    std::vector<std::string> pages;
    std::vector<std::string> places;
    std::vector<std::string> notes;
    std::string from;
    std::string output;
    std::string reviewer;
    bool agrees = false;
    bool isWide = false;
    bool asJson = false;
};

/// The form that is named, or the only one that there is.
Result<extraction::Form> formFor(app::Workspace &workspace, const std::string &id)
{
    if (!id.empty()) {
        return app::formOf(workspace, id);
    }
    auto forms = app::formsOf(workspace);
    if (!forms) {
        return std::move(forms).error();
    }
    if (forms->size() == 1) {
        return std::move(forms->front().form);
    }
    std::string names;
    for (const app::PublishedForm &published : *forms) {
        names += (names.empty() ? "" : ", ") + published.form.id;
    }
    return Error{ErrorCode::InvalidArgument,
                 names.empty() ? "The review has no form yet: 'winnow forms REVIEW --add pico' takes one."
                               : "The review has several forms; say which: --form " + names + ".",
                 {},
                 {}};
}

/// "country=Indonesia" -> country, Indonesia.
Result<std::pair<std::string, std::string>> divided(const std::string &argument)
{
    const std::size_t at = argument.find('=');
    if (at == std::string::npos || at == 0) {
        return Error{ErrorCode::InvalidArgument,
                     "\"" + argument + "\" cannot be read. Write it as country=Indonesia.",
                     {},
                     {}};
    }
    return std::pair(argument.substr(0, at), argument.substr(at + 1));
}

/// The quote that a page or a place belongs to.
extraction::Quote &lastQuote(extraction::Value &value)
{
    return value.quotes.empty() ? value.quotes.emplace_back() : value.quotes.back();
}

/// Adds to values that were named what else is said of them.
Result<void> annotate(const std::vector<std::string> &arguments,
                      extraction::Values &values,
                      void (*add)(extraction::Value &, std::string))
{
    for (const std::string &argument : arguments) {
        auto parts = divided(argument);
        if (!parts) {
            return std::move(parts).error();
        }
        const auto value = values.find(parts->first);
        if (value == values.end()) {
            return Error{ErrorCode::InvalidArgument,
                         "There is no value of " + parts->first + " to which that belongs; add " +
                             parts->first + "=...",
                         {},
                         {}};
        }
        add(value->second, std::move(parts->second));
    }
    return {};
}

Result<extraction::Values> valuesFrom(const Options &options, const extraction::Form &form)
{
    extraction::Values values;
    for (const std::string &argument : options.values) {
        auto parts = divided(argument);
        if (!parts) {
            return std::move(parts).error();
        }
        const extraction::Field *field = extraction::fieldAt(form, parts->first);
        if (field == nullptr) {
            return Error{ErrorCode::NotFound,
                         "The form " + form.id + " has no field \"" + parts->first +
                             "\"; 'winnow forms REVIEW --show " + form.id + "' lists them.",
                         {},
                         {}};
        }
        auto value = parts->second.empty() ? Result<extraction::Value>(extraction::Value())
                                           : extraction::parseValue(*field, parts->second);
        if (!value) {
            return std::move(value).error();
        }
        values.insert_or_assign(parts->first, *std::move(value));
    }
    const auto quoted = annotate(options.quotes, values, [](extraction::Value &value, std::string text) {
        value.quotes.push_back({std::move(text)});
    });
    const auto paged = annotate(options.pages, values, [](extraction::Value &value, std::string text) {
        lastQuote(value).page = std::move(text);
    });
    const auto placed = annotate(options.places, values, [](extraction::Value &value, std::string text) {
        lastQuote(value).place = std::move(text);
    });
    for (const std::string &argument : options.places) {
        if (auto parts = divided(argument); parts && !quotePlace(parts->second)) {
            return Error{ErrorCode::InvalidArgument,
                         "\"" + parts->second +
                             "\" is no place in a PDF; write HASH#page=N, with &box=LEFT,TOP,RIGHT,BOTTOM "
                             "behind it for each line.",
                         {},
                         {}};
        }
    }
    const auto noted = annotate(options.notes, values, [](extraction::Value &value, std::string text) {
        value.note = std::move(text);
    });
    for (const auto *done : {&quoted, &paged, &placed, &noted}) {
        if (!*done) {
            return done->error();
        }
    }
    return values;
}

ordered_json toJson(const app::StudyExtraction &study, const extraction::Form &form)
{
    ordered_json values = ordered_json::object();
    for (const auto &[path, held] : study.held(form)) {
        const extraction::Field *field = extraction::fieldAt(form, path);
        ordered_json quotes = ordered_json::array();
        for (const extraction::Quote &quote : held.value.quotes) {
            quotes.push_back({{"text", quote.text}, {"page", quote.page}, {"place", quote.place}});
        }
        values[path] = {{"text", field == nullptr ? std::string() : extraction::display(*field, held.value)},
                        {"status", toString(held.value.status)},
                        {"entries", extraction::entriesOf(held.value)},
                        {"quotes", std::move(quotes)},
                        {"note", held.value.note},
                        {"extractors", held.extractors},
                        {"agreed", held.isAgreed},
                        {"disputed", held.isDisputed}};
    }
    return {{"study", study.label}, {"reports", study.keys}, {"values", std::move(values)}};
}

void printStudy(const app::StudyExtraction &study, const extraction::Form &form, const Context &context)
{
    context.out << printable(study.label) << '\n';
    extraction::Values values;
    for (const auto &[path, held] : study.held(form)) {
        const extraction::Field *field = extraction::fieldAt(form, path);
        const extraction::Field unknown;
        const extraction::Field &shown = field == nullptr ? unknown : *field;
        context.out << "  " << printable(path) << ": " << printable(extraction::display(shown, held.value));
        for (const extraction::Value &other : held.others) {
            context.out << "  |  " << printable(extraction::display(shown, other));
        }
        context.out << (held.isDisputed ? "  (extractors differ)" : held.isAgreed ? "  (agreed)" : "");
        for (const extraction::Quote &quote : held.value.quotes) {
            context.out << "\n      \u201c" << printable(quote.text) << "\u201d"
                        << (quote.page.empty() ? "" : ", p. " + printable(quote.page));
        }
        context.out << '\n';
        values.emplace(path, held.value);
    }
    for (const auto &[path, notices] : study.notices) {
        for (const std::string &notice : notices) {
            context.out << "  ! " << printable(path) << ": " << printable(notice) << '\n';
        }
    }
    context.out << "  " << extraction::completenessOf(form, values).text() << ".\n";
}

int onRecord(app::Workspace &workspace,
             const Options &options,
             const extraction::Form &form,
             const Context &context)
{
    auto subject = app::subjectFromKey(workspace, options.key);
    if (!subject) {
        return context.fail(subject.error());
    }
    subject->study = options.study;
    if (!options.values.empty()) {
        const auto values = valuesFrom(options, form);
        if (!values) {
            return context.fail(values.error());
        }
        const auto done = options.agrees ? app::agreeOnValues(workspace, *subject, form.id, *values)
                                         : app::extractValues(workspace, *subject, form.id, *values);
        if (!done) {
            return context.fail(done.error());
        }
    }
    const auto study = app::extractionOf(workspace, *subject, form);
    if (!study) {
        return context.fail(study.error());
    }
    if (options.asJson) {
        printJson(context.out, toJson(*study, form));
    } else {
        printStudy(*study, form, context);
    }
    return Done;
}

int listStudies(app::Workspace &workspace,
                const Options &options,
                const extraction::Form &form,
                const Context &context)
{
    const auto all = app::extractionsOf(workspace, form);
    if (!all) {
        return context.fail(all.error());
    }
    ordered_json json = ordered_json::array();
    for (const app::StudyExtraction &study : *all) {
        if (options.asJson) {
            json.push_back(toJson(study, form));
            continue;
        }
        extraction::Values values;
        std::int64_t disputed = 0;
        for (const auto &[path, held] : study.held(form)) {
            values.emplace(path, held.value);
            disputed += held.isDisputed ? 1 : 0;
        }
        context.out << printable(study.keys.front()) << "  " << printable(study.label) << "  "
                    << extraction::completenessOf(form, values).text()
                    << (disputed > 0 ? "; extractors differ on " + counted(disputed, "field") : "") << '\n';
    }
    if (options.asJson) {
        printJson(context.out, json);
    } else if (all->empty()) {
        context.out << "Nothing was extracted with " << printable(form.id) << " yet.\n";
    }
    return Done;
}

int exportAll(app::Workspace &workspace,
              const Options &options,
              const extraction::Form &form,
              const Context &context)
{
    if (options.isWide) {
        if (auto done = app::exportValueSheet(workspace, form.id, options.output); !done) {
            return context.fail(done.error());
        }
    } else {
        const auto left = app::exportValues(workspace, form.id, options.output);
        if (!left) {
            return context.fail(left.error());
        }
        if (*left > 0) {
            context.err
                << "winnow: " << counted(*left, "value")
                << " of fields that the form does not ask for any more are not in the file; they stay in the "
                   "review.\n";
        }
    }
    context.out << "Wrote " << options.output << ".\n";
    return Done;
}

int act(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    const auto form = formFor(*workspace, options.form);
    if (!form) {
        return context.fail(form.error());
    }
    if (!options.from.empty()) {
        const auto taken = app::importValues(*workspace, form->id, options.from);
        if (!taken) {
            return context.fail(taken.error());
        }
        context.out << "Took " << counted(taken->values, "value") << " of " << grouped(taken->studies)
                    << (taken->studies == 1 ? " study.\n" : " studies.\n");
        return Done;
    }
    if (!options.output.empty()) {
        return exportAll(*workspace, options, *form, context);
    }
    return options.key.empty() ? listStudies(*workspace, options, *form, context)
                               : onRecord(*workspace, options, *form, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *key = parser
                    .add_option("key",
                                options->key,
                                "Key or #number of a record, or the key of evidence from outside")
                    ->type_name("KEY");
    auto *values =
        parser
            .add_option("values",
                        options->values,
                        "What the report says, as country=Indonesia or \"age=34.5 years\"; NR: not reported; "
                        "nothing behind the sign takes a value back")
            ->type_name("FIELD=VALUE")
            ->needs(key);
    parser.add_option("--form", options->form, "With which form; not needed where the review has one")
        ->type_name("FORM");
    const auto about =
        [&](const char *name, std::vector<std::string> &target, const char *help, const char *type) {
            parser.add_option(name, target, help)->type_name(type)->needs(values)->allow_extra_args(false);
        };
    about("--quote", options->quotes, "The words that say so", "FIELD=WORDS");
    about("--page", options->pages, "Where they stand", "FIELD=PAGE");
    about("--place", options->places, "The same in an attached PDF: HASH#page=N&box=L,T,R,B", "FIELD=PLACE");
    about("--note", options->notes, "A note on a value", "FIELD=NOTE");
    parser.add_option("--study", options->study, "Which study, where the report tells of several")
        ->type_name("STUDY")
        ->needs(key);
    parser.add_flag("--agree", options->agrees, "These values hold, whatever the extractors said")
        ->needs(values);
    auto *from =
        parser
            .add_option(
                "--from",
                options->from,
                "Take values of many studies: .csv with the columns study, field, value, quote, page, "
                "note, extractor, agreed, or .json")
            ->type_name("FILE")
            ->excludes(key);
    auto *output = parser.add_option("-o,--output", options->output, "Write all values as such a file")
                       ->type_name("FILE")
                       ->excludes(key)
                       ->excludes(from);
    parser.add_flag("--wide", options->isWide, "With -o: a row for each study, a column for each field")
        ->needs(output);
    parser.add_flag("--json", options->asJson, "As JSON");
    parser.add_option("--reviewer", options->reviewer, "Who extracts")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command extract{"extract",
                      "Record what a study says, field by field of a form, or show it",
                      "  winnow extract review.winnow Hassan2020 --form pico country=Malaysia recruited=120 "
                      "--page recruited=4\n"
                      "  winnow extract review.winnow Hassan2020 --form pico\n"
                      "  winnow extract review.winnow --from values.csv",
                      define};

} // namespace winnow::cli
