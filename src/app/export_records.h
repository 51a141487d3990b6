#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

struct ExportRequest
{
    std::filesystem::path file;
    std::string format;         ///< id; empty: by the name of the file
    std::string query;          ///< Scopus language; empty: all
    std::optional<Stage> stage; ///< together with `verdict`: only records whose outcome there is that verdict
    std::optional<Verdict> verdict;
    std::optional<std::vector<RecordId>> records = {}; ///< in place of `query`: these, in this order
};

/// Writes records with the decisions that the reviewer may see, and returns how many: a verdict that is asked
/// for is what all decisions come to; every record selected is written or the export fails and leaves the
/// file as it was.
[[nodiscard]] Result<std::int64_t>
exportRecords(Workspace &workspace, const ExportRequest &request, Task &task);

} // namespace winnow::app
