#pragma once

#include "app/match_full_texts.h"
#include "cli/command.h"

#include <string>

namespace winnow::cli {

struct MatchPrinting
{
    std::string review; ///< as it was named
    bool isDryRun = false;
    bool asJson = false;
};

/// Tells what became of each PDF of a folder; what a person has to confirm with the command that attaches it.
void printMatches(const Context &context, const app::MatchOutcome &outcome, const MatchPrinting &printing);

} // namespace winnow::cli
