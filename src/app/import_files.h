#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "model/diagnostic.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

struct ImportRequest
{
    std::vector<std::filesystem::path> files;
    std::string source; ///< name; empty: guessed from the format, else the file's name
    SourceKind kind = SourceKind::Database;
    std::string query; ///< as run at the source
    std::optional<std::int64_t> hits;
    std::string date;
    std::string format; ///< id; empty: by content
    std::optional<SearchId>
        search; ///< a noted search that the files belong to, in place of source, query, hits and date
};

struct ImportedFile
{
    std::filesystem::path file;
    std::string format; ///< id
    std::string formatLabel;
    std::int64_t inFile = 0; ///< = stored + rejected.size()
    std::int64_t stored = 0;
    std::vector<RejectedRow> rejected;
    std::vector<Diagnostic> notices; ///< alike ones grouped
};

struct ImportOutcome
{
    std::vector<ImportedFile> files;
    std::string source;
};

/// Reads files that belong to one search into the review, as one act: either all of them or, on any failure,
/// none. Refuses a file whose bytes were imported before. The search index is not touched.
[[nodiscard]] Result<ImportOutcome>
importFiles(Workspace &workspace, const ImportRequest &request, Task &task);

struct SearchRunRequest
{
    std::string source;
    SourceKind kind = SourceKind::Database;
    std::string query;
    std::int64_t hits = 0;
    std::string date;
    std::string note;
};

/// Notes a search whose records were not all imported; its hits count as identified records.
[[nodiscard]] Result<SearchId> noteSearchRun(Workspace &workspace, const SearchRunRequest &request);

struct RemovalRequest
{
    std::int64_t count = 0;
    bool isByAutomation = false;
    std::string note;
};

/// Notes records that were removed before screening outside Winnow, as a number with a note.
[[nodiscard]] Result<void> noteRemoval(Workspace &workspace, const RemovalRequest &request);

} // namespace winnow::app
