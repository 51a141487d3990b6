#include "app/agreement.h"

#include "cli/agreement_report.h"
#include "cli/choice.h"
#include "cli/stage_option.h"

#include <map>

namespace winnow::cli {

extern const Command agreement;

namespace {

struct Options
{
    StageOptions stage;
    screening::MaybeCounts maybe = screening::MaybeCounts::AsInclude;
    bool isOfPilot = false;
};

int report(const Options &options, const Context &context)
{
    const auto workspace = context.open(options.stage.review, options.stage.reviewer);
    if (!workspace) {
        return Refused;
    }
    auto found = app::agreement(*workspace, {options.stage.stage, options.maybe, options.isOfPilot});
    if (!found) {
        return context.fail(found.error());
    }
    printAgreement(context, *found, options.stage.asJson);
    return Done;
}

Action define(CLI::App &parser)
{
    const auto options = std::make_shared<Options>();
    const std::map<std::string, screening::MaybeCounts> ways{{"include", screening::MaybeCounts::AsInclude},
                                                             {"itself", screening::MaybeCounts::AsItself},
                                                             {"not", screening::MaybeCounts::Not}};
    addStageOptions(parser, options->stage);
    parser
        .add_option("--maybe", options->maybe, "As what maybe counts: include (the default), itself or not")
        ->transform(choiceOf(ways))
        ->type_name("WAY");
    parser.add_flag("--pilot", options->isOfPilot, "Only on the records of the pilot round");
    return [options](const Context &context) { return report(*options, context); };
}

} // namespace

const Command agreement{"agreement",
                        "Say how far reviewers agree in what each said first",
                        "  winnow agreement review.winnow --stage title-abstract\n"
                        "  winnow agreement review.winnow --pilot --json",
                        define};

} // namespace winnow::cli
