#pragma once

#include "cli/command.h"
#include "model/decision.h"

#include <memory>
#include <string>

namespace winnow::cli {

/// What every command about a stage of screening reads.
struct StageOptions
{
    std::string review;
    std::string reviewer;
    Stage stage = Stage::TitleAbstract;
    bool asJson = false;
};

/// Adds REVIEW, --stage (title, title-abstract or full-text; title-abstract where it is left out), --reviewer
/// and --json.
void addStageOptions(CLI::App &parser, StageOptions &options);

/// Adds --verdict for one of include, exclude and maybe.
CLI::Option *addVerdictOption(CLI::App &parser, Verdict &verdict);

/// Adds --model for the name of a ranking model and its parameters.
CLI::Option *addModelOption(CLI::App &parser, std::string &model);

} // namespace winnow::cli
