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

/// Retracts the current reviewer's acts that still hold, the last one first, back to and including `act`
/// (Event::op), and returns how many there were. Fails with NotFound, and retracts nothing, where that act is
/// not theirs or does not hold any more. redo() brings them back one by one.
[[nodiscard]] Result<std::int64_t> undoBackTo(Workspace &workspace, std::int64_t act);

/// The audit trail, oldest first, without what others said where screening is blind; of one record where
/// given; the last `limit` entries where that is given.
[[nodiscard]] Result<std::vector<LogEntry>>
history(Workspace &workspace, std::optional<RecordId> record = {}, std::optional<std::int64_t> limit = {});

} // namespace winnow::app
