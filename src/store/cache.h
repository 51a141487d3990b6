#pragma once

#include "store/fold.h"

#include <string_view>
#include <vector>

namespace winnow::store {

class Database;
class Statement;

/// Columns of `event` in the order that readEvent() expects.
inline constexpr const char *kEventColumns =
    "event.id, event.uuid, event.op, event.at_utc, event.reviewer, event.kind, event.stage, "
    "event.subject_kind, event.subject, "
    "event.verdict, event.reason, event.detail_json, event.retracts, event.app_version, event.clock";

/// The order in which events are folded.
inline constexpr std::string_view kInOrder = " ORDER BY event.clock, event.uuid";

/// Condition on a row of `event`: no later event retracts it.
inline constexpr std::string_view kIsLive =
    "NOT EXISTS (SELECT 1 FROM event AS undone WHERE undone.retracts = event.id)";

[[nodiscard]] Event readEvent(const Statement &row);

/// Sets the row of `decision` for one record, stage and reviewer to their last live decision, or removes it.
void refreshDecision(Database &database, const Event &about);

/// Sets import.is_live of one import from its events.
void refreshImport(Database &database, ImportId import);

/// Makes `duplicate`, `kept_apart`, `field_choice` and `inherited` anew from all live events that concern
/// them.
void refreshDuplicates(Database &database);

/// Makes all cache tables but import.is_live anew from all live events.
void refreshAll(Database &database);

[[nodiscard]] std::vector<ImportRange> importRanges(Database &database);

/// What the cache tables say.
[[nodiscard]] Judged readCache(Database &database);

} // namespace winnow::store
