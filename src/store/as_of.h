#pragma once

#include "model/ids.h"

#include <string>
#include <variant>

namespace winnow::store {

class Database;

/// Up to where a log is read: all that happened until a time (UTC, as events carry it), or all that this file
/// held when an event was appended, itself left out.
using LogEnd = std::variant<std::string, EventId>;

/// Makes a connection show the review as it was then, for itself alone: its log ends there, and the cache is
/// the fold of what is left. Nothing is written to the file.
void showAsOf(Database &database, const LogEnd &end);

} // namespace winnow::store
