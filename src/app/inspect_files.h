#pragma once

#include "app/import_files.h"

#include <span>
#include <string_view>

namespace winnow::app {

struct InspectRequest
{
    std::vector<std::filesystem::path> files; ///< also folders, zip archives and workbooks
    std::string format;                       ///< id; empty: by content
    std::vector<ColumnMapping> columns;
};

struct InspectedFile
{
    ImportedFile file;           ///< as an import would report it; `import` is not set
    std::string producer;        ///< who wrote it, where that shows
    std::optional<Record> first; ///< the first record
};

struct InspectOutcome
{
    std::vector<InspectedFile> files;
    std::vector<PassedOver> passedOver;
};

/// What a column of a file can be, by the names of ColumnMapping::field.
[[nodiscard]] std::span<const std::string_view> columnFields();

/// What an import of the files would do: the formats and why, what columns are taken for, the counts, what
/// would be rejected. Nothing is stored.
[[nodiscard]] Result<InspectOutcome> inspectFiles(const InspectRequest &request, Task &task);

} // namespace winnow::app
