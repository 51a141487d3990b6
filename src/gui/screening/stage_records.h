#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "base/task.h"
#include "gui/screening/screening_list.h"
#endif

#include <optional>
#include <string>

namespace winnow::gui {

/// Which records of a stage are listed.
struct StageListing
{
    Stage stage = Stage::TitleAbstract;
    std::string query;                         ///< only what it finds; empty: all
    std::string label;                         ///< only what has it; empty: any or none
    std::optional<std::vector<RecordId>> list; ///< only these
    std::shared_ptr<const std::vector<RecordId>>
        order; ///< what is left, as it is gone through; may be nullptr

    /// Some records are kept out.
    [[nodiscard]] bool isPart() const { return !query.empty() || !label.empty() || list.has_value(); }
};

/// All that came to the stage, in order of import, or first what is decided and then what is left in its
/// order; or the part that is asked for, in order of import. For a background thread.
[[nodiscard]] Result<std::shared_ptr<const RecordOrder>>
stageRecords(app::Workspace &workspace, const StageListing &listing, Task &task);

} // namespace winnow::gui
