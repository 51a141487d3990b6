#include "app/conflicts.h"

#include "cli/stage_option.h"
#include "cli/text.h"

#include <ostream>

namespace winnow::cli {

extern const Command conflicts;

namespace {

using nlohmann::ordered_json;

std::string_view inWords(app::ConflictKind kind)
{
    switch (kind) {
    case app::ConflictKind::Verdicts:
        return "include against exclude";
    case app::ConflictKind::Reasons:
        return "different reasons";
    case app::ConflictKind::Duplicates:
        return "duplicates judged differently";
    }
    return {};
}

ordered_json toJson(const app::Conflict &conflict)
{
    ordered_json decisions = ordered_json::array();
    for (const Decision &decision : conflict.decisions) {
        decisions.push_back({{"reviewer", decision.reviewer},
                             {"verdict", toString(decision.verdict)},
                             {"reason", decision.reason},
                             {"note", decision.note}});
    }
    return {{"number", conflict.record.value},
            {"key", conflict.key},
            {"title", conflict.title},
            {"stage", toString(conflict.stage)},
            {"kind", inWords(conflict.kind)},
            {"open", conflict.isOpen},
            {"decisions", std::move(decisions)}};
}

void print(const Context &context, const app::Conflict &conflict)
{
    context.out << printable(conflict.key) << "  " << toString(conflict.stage) << ", "
                << inWords(conflict.kind) << "  " << printable(conflict.title) << '\n';
    for (const Decision &decision : conflict.decisions) {
        context.out << "    " << printable(decision.reviewer) << ": " << toString(decision.verdict)
                    << (decision.reason.empty() ? "" : ", " + printable(decision.reason)) << '\n';
    }
}

int list(const StageOptions &options, bool isOneStage, const Context &context)
{
    const auto workspace = context.open(options.review, options.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto found = app::conflicts(*workspace, isOneStage ? std::optional(options.stage) : std::nullopt);
    if (!found) {
        return context.fail(found.error());
    }
    if (options.asJson) {
        ordered_json json = ordered_json::array();
        for (const app::Conflict &conflict : *found) {
            json.push_back(toJson(conflict));
        }
        printJson(context.out, json);
        return Done;
    }
    for (const app::Conflict &conflict : *found) {
        print(context, conflict);
    }
    context.out << counted(static_cast<std::int64_t>(found->size()), "conflict") << " to settle.\n";
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<StageOptions>();
    addStageOptions(parser, *options);
    return [options, &parser](const Context &context) {
        return list(*options, parser.count("--stage") > 0, context);
    };
}

} // namespace

const Command conflicts{"conflicts",
                        "List the records on which reviewers do not agree",
                        "  winnow conflicts review.winnow\n"
                        "  winnow conflicts review.winnow --stage full-text --json",
                        define};

} // namespace winnow::cli
