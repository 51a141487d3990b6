#pragma once

#include "app/duplicates.h"
#include "model/record.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A record beside others that may be the same.
struct ComparedRecord
{
    RecordId id;
    std::string key;
    std::string source;
};

/// One field of all of them.
struct ComparedField
{
    std::string_view field;          ///< one of dedupe::mergedFields()
    std::vector<std::string> values; ///< as people read them, in the order of the records
    std::size_t taken = 0;           ///< which of them the group says, or would say

    /// All that have the field say the same.
    [[nodiscard]] bool isSame() const;
};

/// Records side by side.
struct RecordComparison
{
    std::vector<ComparedRecord> records; ///< the one that stands for them, or would, first
    std::vector<ComparedField> fields;   ///< that one of them has at least
};

/// Sets records side by side with all members of their groups. `chosen`: what a person takes from where,
/// after what was chosen for their groups before.
[[nodiscard]] Result<RecordComparison> compareRecords(Workspace &workspace,
                                                      std::span<const RecordId> records,
                                                      std::span<const FieldChoice> chosen = {});

} // namespace winnow::app
