#pragma once

#include "app/standing.h"
#include "dedupe/merge.h"

#include <string>
#include <vector>

namespace winnow::app {

/// One record as one source gave it.
struct RecordOrigin
{
    RecordId id;
    std::string key;
    std::string source;
    std::string file;
    std::int64_t line = 0;
};

/// A record with all its sources and decisions.
struct RecordView
{
    RecordId id;                                   ///< of the record that stands for the group
    Record record;                                 ///< what the group says as one
    std::vector<dedupe::FieldOrigin> otherOrigins; ///< of the fields that it has from a duplicate
    std::vector<RecordOrigin> origins;             ///< itself first, then its duplicates
    std::string duplicateRule;                     ///< why they are one; empty without duplicates
    Standing standing;                             ///< what it shows as `seen` and `decisions` may be shown
};

[[nodiscard]] Result<RecordView> showRecord(Workspace &workspace, RecordId record);

} // namespace winnow::app
