#pragma once

#include "model/stage_settings.h"

#include <string_view>

namespace winnow::screening {

/// How many reviewers a record needs at a stage: as many as the settings say, or a second one where it
/// belongs to the share that two read. Depends on nothing but the seed and the record, so that records that
/// come later change nothing.
[[nodiscard]] int reviewersNeeded(const StageSettings &settings, RecordId record);

/// Whether a reviewer is to read a record. Each record goes to those reviewers who draw highest for it
/// (rendezvous hashing, Thaler and Ravishankar 1998): shares are even but for chance, and who joins later
/// takes from each alike.
[[nodiscard]] bool isAssigned(const StageSettings &settings, RecordId record, std::string_view reviewer);

} // namespace winnow::screening
