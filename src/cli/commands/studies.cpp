#include "app/studies.h"

#include "cli/command.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command studies;

namespace {

using nlohmann::ordered_json;

struct Options
{
    std::string review;
    bool suggests = false;
    std::size_t accept = 0;
    std::string name;
    std::string reviewer;
    bool asJson = false;
};

std::string joined(const std::vector<std::string> &keys)
{
    std::string text;
    for (const std::string &key : keys) {
        text += (text.empty() ? "" : ", ") + printable(key);
    }
    return text;
}

int listStudies(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto all = app::studiesOf(workspace);
    if (!all) {
        return context.fail(all.error());
    }
    ordered_json json = ordered_json::array();
    for (const app::Study &study : *all) {
        if (options.asJson) {
            json.push_back({{"label", study.label},
                            {"name", study.name},
                            {"reports", study.keys},
                            {"included", study.isIncluded},
                            {"reason", study.whyExcluded}});
        } else if (study.isIncluded) {
            context.out << printable(study.label) << "  " << joined(study.keys) << '\n';
        }
    }
    if (options.asJson) {
        printJson(context.out, json);
    } else if (std::ranges::none_of(*all, &app::Study::isIncluded)) {
        context.out << "No study is included yet.\n";
    }
    return Done;
}

int suggest(app::Workspace &workspace, const Options &options, const Context &context)
{
    const auto suggestions = app::suggestStudies(workspace);
    if (!suggestions) {
        return context.fail(suggestions.error());
    }
    if (options.accept > 0) {
        if (options.accept > suggestions->size()) {
            context.err << "winnow: There is no suggestion " << options.accept << "; there "
                        << (suggestions->size() == 1 ? "is 1.\n"
                                                     : "are " + std::to_string(suggestions->size()) + ".\n");
            return UsedWrongly;
        }
        const app::StudySuggestion &one = (*suggestions)[options.accept - 1];
        const std::string &name = options.name.empty() ? one.name : options.name;
        if (auto done = app::groupReports(workspace, one.reports, name); !done) {
            return context.fail(done.error());
        }
        context.out << joined(one.keys) << " report " << printable(name) << ".\n";
        return Done;
    }
    ordered_json json = ordered_json::array();
    std::size_t number = 0;
    for (const app::StudySuggestion &one : *suggestions) {
        ++number;
        if (options.asJson) {
            json.push_back({{"reports", one.keys}, {"name", one.name}, {"why", one.why}});
        } else {
            context.out << number << "  " << joined(one.keys) << "  " << printable(one.why) << '\n';
        }
    }
    if (options.asJson) {
        printJson(context.out, json);
    } else if (suggestions->empty()) {
        context.out << "No reports look as if they told of one study.\n";
    } else {
        context.out << "Take one: winnow studies " << options.review << " --suggest --accept 1\n";
    }
    return Done;
}

int act(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    return options.suggests ? suggest(*workspace, options, context)
                            : listStudies(*workspace, options, context);
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    parser.add_option("review", options->review, "The review")->required()->type_name("REVIEW");
    auto *suggests =
        parser.add_flag("--suggest", options->suggests, "List reports that may tell of one study");
    auto *accept = parser.add_option("--accept", options->accept, "Make those of this number one study")
                       ->type_name("N")
                       ->check(CLI::PositiveNumber)
                       ->needs(suggests);
    parser.add_option("--name", options->name, "What the study is called")->type_name("NAME")->needs(accept);
    parser.add_flag("--json", options->asJson, "As JSON, with the excluded ones");
    parser.add_option("--reviewer", options->reviewer, "Who says so")->type_name("NAME");
    return [options](const Context &context) { return act(*options, context); };
}

} // namespace

const Command studies{"studies",
                      "List the included studies with their reports, or reports that may be of one study",
                      "  winnow studies review.winnow --suggest\n"
                      "  winnow studies review.winnow --suggest --accept 1 --name \"Hassan trial\"",
                      define};

} // namespace winnow::cli
