#include "app/history.h"
#include "app/import_files.h"
#include "cli/command.h"
#include "cli/history_step.h"

namespace winnow::cli {

extern const Command undo;

namespace {

Action define(CLI::App &parser)
{
    const auto import = std::make_shared<std::int64_t>(0);
    parser
        .add_option("--import", *import, "Take back this import, whenever it was made (see import --report)")
        ->check(CLI::PositiveNumber);
    const auto step = [import](app::Workspace &workspace) -> Result<std::optional<std::string>> {
        if (*import == 0) {
            return app::undo(workspace);
        }
        auto undone = app::undoImport(workspace, ImportId{*import});
        if (!undone) {
            return std::move(undone).error();
        }
        return std::optional(*std::move(undone));
    };
    return defineHistoryStep(parser, step, "Undone", "There is nothing of yours to undo.");
}

} // namespace

const Command undo{"undo",
                   "Take back your last act; also after a restart",
                   "  winnow undo review.winnow\n  winnow undo review.winnow --import 2",
                   define};

} // namespace winnow::cli
