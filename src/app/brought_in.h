#pragma once

#include "store/log.h"

#include <string_view>
#include <vector>

namespace winnow::app {

/// Puts an event of the one who acts before an act that brings in what others said: an act belongs to whom
/// its first event names, so that undo takes all of it back for the one who brought it, and for nobody else.
/// Does nothing where `actor` alone speaks.
void headIfOthersSpeak(std::vector<store::EventDraft> &drafts, std::string_view actor);

} // namespace winnow::app
