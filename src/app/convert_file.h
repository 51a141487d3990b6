#pragma once

#include "app/import_files.h"

namespace winnow::app {

struct ConvertRequest
{
    std::vector<std::filesystem::path> files; ///< also folders, zip archives and workbooks
    std::string format;                       ///< id to read as; empty: by content
    std::vector<ColumnMapping> columns;
    std::filesystem::path output;
    std::string outputFormat; ///< id; empty: by the name of the output
};

struct ConvertOutcome
{
    std::int64_t written = 0;
    std::vector<RejectedRow> rejected; ///< not written
};

/// Writes the records of files in another format, without a review. Within one format, fields that Winnow
/// does not know go along.
[[nodiscard]] Result<ConvertOutcome> convertFiles(const ConvertRequest &request, Task &task);

} // namespace winnow::app
