#pragma once

#include "app/check_query.h"
#include "cli/command.h"

#include <memory>
#include <string>

namespace winnow::cli {

/// What every step of `winnow query` reads.
struct QueryInput
{
    std::string file; ///< - is standard input
    std::string query;
    query::Precedence precedence = query::Precedence::Classic;
};

/// What the step that was typed does.
using ChosenStep = std::shared_ptr<Action>;

/// Adds a step over a query of a file, of standard input or of --query.
CLI::App *addQueryStep(CLI::App &parser,
                       const std::string &name,
                       const std::string &summary,
                       const std::shared_ptr<QueryInput> &input);

void addPrecedence(CLI::App &step, query::Precedence &precedence);

/// The text; a line end at its end is none of it.
[[nodiscard]] Result<std::string> textOf(const QueryInput &input);

/// Prints the errors of a query that cannot be read; the exit code to return.
[[nodiscard]] int refuse(const Context &context, const app::CheckedText &checked);

// Each adds its step, in a file of its own.
void addCheckStep(CLI::App &parser, const ChosenStep &chosen);
void addEffectStep(CLI::App &parser, const ChosenStep &chosen);
void addExplainStep(CLI::App &parser, const ChosenStep &chosen);
void addFormatStep(CLI::App &parser, const ChosenStep &chosen);
void addTranslateStep(CLI::App &parser, const ChosenStep &chosen);

} // namespace winnow::cli
