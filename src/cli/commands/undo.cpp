#include "app/history.h"
#include "cli/command.h"
#include "cli/history_step.h"

namespace winnow::cli {

extern const Command undo;

namespace {

Action define(CLI::App &parser)
{
    return defineHistoryStep(parser, app::undo, "Undone", "There is nothing of yours to undo.");
}

} // namespace

const Command undo{
    "undo", "Take back your last act; also after a restart", "  winnow undo review.winnow", define};

} // namespace winnow::cli
