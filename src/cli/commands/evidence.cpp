#include "app/outside_evidence.h"
#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command evidence;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    app::OutsideEvidence note;
    std::string kind;
    std::string remove;
    std::string from;
    std::string output;
    std::string reviewer;
    bool asJson = false;
};

int list(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto all = app::outsideEvidence(workspace);
    if (!all) {
        return context.fail(all.error());
    }
    ordered_json json = ordered_json::array();
    for (const app::OutsideEvidence &one : *all) {
        if (options.asJson) {
            json.push_back({{"key", one.key},
                            {"kind", toString(one.kind)},
                            {"title", one.title},
                            {"who", one.who},
                            {"place", one.place},
                            {"date", one.date},
                            {"address", one.address},
                            {"text", one.text}});
        } else {
            context.out << printable(one.key) << "  " << labelOf(one.kind) << "  " << printable(one.title)
                        << '\n';
        }
    }
    if (options.asJson) {
        printJson(context.out, json);
    } else if (all->empty()) {
        context.out << "No evidence from outside the literature is noted.\n";
    }
    return Done;
}

int take(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto count = app::importEvidence(workspace, options.from);
    if (!count) {
        return context.fail(count.error());
    }
    context.out << "Noted " << *count << (*count == 1 ? " piece" : " pieces") << " of evidence.\n";
    return Done;
}

int note(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto kind = app::evidenceKindFromString(options.kind);
    if (!kind) {
        return context.fail(kind.error());
    }
    app::OutsideEvidence evidence = options.note;
    evidence.kind = *kind;
    if (auto done = app::noteEvidence(workspace, evidence); !done) {
        return context.fail(done.error());
    }
    context.out << "Noted " << printable(evidence.key) << "; tables cite it by that key.\n";
    return Done;
}

int act(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    if (!options.note.key.empty()) {
        return note(*workspace, options, context);
    }
    if (!options.from.empty()) {
        return take(*workspace, options, context);
    }
    if (!options.remove.empty()) {
        const auto done = app::removeEvidence(*workspace, options.remove);
        return done ? list(*workspace, options, context) : context.fail(done.error());
    }
    if (!options.output.empty()) {
        if (auto done = app::exportEvidence(*workspace, options.output); !done) {
            return context.fail(done.error());
        }
        context.out << "Wrote " << options.output << ".\n";
        return Done;
    }
    return list(*workspace, options, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *key = parser
                    .add_option("key",
                                options->note.key,
                                "By what tables cite it; without it, what there is is listed")
                    ->type_name("KEY");
    auto *kind =
        parser
            .add_option(
                "--kind",
                options->kind,
                "interview, focus-group, field-visit, observation, policy-document, statistics, other")
            ->type_name("KIND");
    auto *title =
        parser.add_option("--title", options->note.title, "What it is, as \"Head of the craft office\"");
    key->needs(kind)->needs(title);
    kind->needs(key);
    title->needs(key);
    const auto text = [&](const char *name, std::string &target, const char *help) {
        parser.add_option(name, target, help)->type_name("TEXT")->needs(key);
    };
    text("--who", options->note.who, "Who was asked, or who issued it; need not be a name");
    text("--place", options->note.place, "Where");
    text("--date", options->note.date, "When: 2024-05-03, or a part of it");
    text("--address", options->note.address, "Where a document can be read");
    text("--text", options->note.text, "What was said or found, in short");
    parser
        .add_option("--from",
                    options->from,
                    "Take all of a CSV file with the columns key, kind, title, who, place, date, "
                    "address, text")
        ->type_name("FILE.csv")
        ->excludes(key);
    parser.add_option("--remove", options->remove, "Take a piece of evidence back")
        ->type_name("KEY")
        ->excludes(key);
    parser.add_option("-o,--output", options->output, "Write all to such a file")
        ->type_name("FILE.csv")
        ->excludes(key);
    parser.add_flag("--json", options->asJson, "List as JSON");
    parser.add_option("--reviewer", options->reviewer, "Who notes it")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command evidence{
    "evidence",
    "Note evidence from outside the literature: interviews, field visits, documents of policy",
    "  winnow evidence review.winnow interview-1 --kind interview --title \"Head of the craft office\" "
    "--place \"Tanjung Pandan\" --date 2024-05\n"
    "  winnow evidence review.winnow --from evidence.csv",
    define};

} // namespace winnow::cli
