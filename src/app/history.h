#pragma once

#include "app/workspace.h"

#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// An entry of the audit trail in words.
struct LogEntry
{
    Event event;
    std::string text; ///< "excluded Hassan2020 at title-abstract: not handicraft"
    bool isUndone = false;
};

/// Retracts the current reviewer's last act that still holds and says what it was; nothing where there is
/// none.
[[nodiscard]] Result<std::optional<std::string>> undo(Workspace &workspace);

/// Brings back what the last undo retracted and says what it was; nothing where something was done since.
[[nodiscard]] Result<std::optional<std::string>> redo(Workspace &workspace);

/// The audit trail, oldest first, without what others said where screening is blind; of one record where
/// given; the last `limit` entries where that is given.
[[nodiscard]] Result<std::vector<LogEntry>>
history(Workspace &workspace, std::optional<RecordId> record = {}, std::optional<std::int64_t> limit = {});

} // namespace winnow::app
