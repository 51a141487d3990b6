#pragma once

#include "base/result.h"
#include "model/event.h"

#include <optional>
#include <string>
#include <string_view>

namespace winnow::store {

class Database;
class RecordRefs;

/// Whether events of this kind go from one copy of a review to another: all judgement does, what speaks of
/// rows that only this file has (imports, searches, tables) does not.
[[nodiscard]] bool isPortable(EventKind kind);

/// The event as a JSON object on one line that names records, acts and other events as every copy does.
[[nodiscard]] std::string toPortable(Database &database, const RecordRefs &refs, const Event &event);

/// What such a line says, with the ids of this file.
struct PortableEvent
{
    Event event; ///< `id` is not set; `op` 0: it begins its act
    std::optional<EventId> redoes;
    std::string missing; ///< what it speaks of and is not here, in words; empty when all is here
};

/// Reads a line of a bundle. Fails with WrongFormat where it is none: hostile input is expected.
[[nodiscard]] Result<PortableEvent>
fromPortable(Database &database, const RecordRefs &refs, std::string_view line);

} // namespace winnow::store
