#include "app/history.h"
#include "cli/command.h"
#include "cli/history_step.h"

namespace winnow::cli {

extern const Command redo;

namespace {

Action define(CLI::App &parser)
{
    return defineHistoryStep(parser,
                             app::redo,
                             "Done again",
                             "There is nothing to redo; something was done since, or nothing was undone.");
}

} // namespace

const Command redo{"redo", "Bring back what your last undo took back", "  winnow redo review.winnow", define};

} // namespace winnow::cli
