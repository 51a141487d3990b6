#pragma once

#include "base/id.h"

namespace winnow {

using RecordId = Id<struct RecordTag>;
using SourceId = Id<struct SourceTag>;
using SearchId = Id<struct SearchTag>;
using ImportId = Id<struct ImportTag>;
using EventId = Id<struct EventTag>;

} // namespace winnow
