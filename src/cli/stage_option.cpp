#include "cli/stage_option.h"

#include "app/ranking_models.h"
#include "cli/choice.h"

#include <map>

namespace winnow::cli {

void addStageOptions(CLI::App &parser, StageOptions &options)
{
    std::map<std::string, Stage> stages;
    for (const Stage stage : kStages) {
        stages.emplace(toString(stage), stage);
    }
    parser.add_option("review", options.review, "The review")->required()->type_name("REVIEW");
    parser
        .add_option(
            "--stage", options.stage, "title, title-abstract or full-text; title-abstract is the default")
        ->transform(choiceOf(stages))
        ->type_name("STAGE");
    parser.add_option("--reviewer", options.reviewer, "Who asks or decides")->type_name("NAME");
    parser.add_flag("--json", options.asJson, "Print JSON");
}

CLI::Option *addVerdictOption(CLI::App &parser, Verdict &verdict)
{
    const std::map<std::string, Verdict> verdicts{
        {"include", Verdict::Include}, {"exclude", Verdict::Exclude}, {"maybe", Verdict::Maybe}};
    return parser.add_option("--verdict", verdict, "include, exclude or maybe")
        ->transform(choiceOf(verdicts))
        ->type_name("VERDICT");
}

CLI::Option *addModelOption(CLI::App &parser, std::string &model)
{
    std::string models;
    for (const std::string &name : app::modelNames()) {
        models.append(models.empty() ? "" : ", ").append(name);
    }
    std::string parameters;
    for (const app::RankingParameter &parameter : app::rankingParameters()) {
        parameters.append(parameters.empty() ? "" : ", ").append(parameter.name);
    }
    return parser
        .add_option("--model",
                    model,
                    "How records are ranked, one of " + models + "; parameters may follow, as in " +
                        app::modelNames().front() + ":c=0.2,titleWeight=3, of " + parameters)
        ->type_name("NAME");
}

} // namespace winnow::cli
