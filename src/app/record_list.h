#pragma once

#include "app/workspace.h"
#include "screening/outcome.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace winnow::app {

/// What a list shows of a record.
struct ListRow
{
    RecordId id;
    std::string key; ///< as keysOf() names it
    std::string title;
    std::vector<PersonName> authors;
    std::string sourceTitle;
    std::optional<int> year;
    screening::Outcome titleAlone; ///< of Stage::Title; all three as the reviewer may know them
    screening::Outcome titleAbstract;
    screening::Outcome fullText;
    RecordType type = RecordType::Other;
    std::string language;
    std::string doi;
};

/// All records that stand for themselves, in the order in which they were imported.
[[nodiscard]] Result<std::vector<RecordId>> allRecords(Workspace &workspace);

/// The rows of some of them, in the order of `ids`; meant for as many as a screen shows.
[[nodiscard]] Result<std::vector<ListRow>> listRows(Workspace &workspace, std::span<const RecordId> ids);

} // namespace winnow::app
