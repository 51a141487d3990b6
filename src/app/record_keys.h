#pragma once

#include "app/workspace.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// How people name a record: by its own id in its file, or by Winnow's number, "#12" or plain "12" where no
/// record has that key. Fails with NotFound, or with Ambiguous when several records share the key, naming
/// their numbers.
[[nodiscard]] Result<RecordId> recordFromKey(Workspace &workspace, std::string_view key);

/// The names of records, in the order of `ids`: the own id, or Winnow's number where there is none.
[[nodiscard]] Result<std::vector<std::string>> keysOf(Workspace &workspace, std::span<const RecordId> ids);

} // namespace winnow::app
