#pragma once

#include "app/workspace.h"
#include "base/task.h"
#include "model/diagnostic.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace winnow::app {

/// This column of a file is that field, against what Winnow would guess.
struct ColumnMapping
{
    std::string field;  ///< "title"
    std::string column; ///< "Titel"
};

struct ImportRequest
{
    std::vector<std::filesystem::path> files; ///< also folders, zip archives and workbooks
    std::string source; ///< name; empty: what the first file tells of itself, else its name
    SourceKind kind = SourceKind::Database;
    std::string query; ///< as run at the source
    std::optional<std::int64_t> hits;
    std::string date;
    std::string format; ///< id; empty: by content
    std::vector<ColumnMapping> columns;
    std::optional<SearchId>
        search; ///< a noted search that the files belong to, in place of source, query, hits and date
    bool takesDecisions = false;                ///< also import what screening tools wrote into the files
    Stage decisionStage = Stage::TitleAbstract; ///< of decisions that do not tell theirs
    std::optional<ImportId>
        retried; ///< the import whose rejected records the files hold, corrected; they belong to its search
};

struct ImportedFile
{
    std::string file; ///< as named by the user, with what is inside: "hits.zip/part1.ris"
    ImportId import;
    std::string format; ///< id
    std::string formatLabel;
    std::string reason;      ///< half a sentence: why it was taken for this format
    std::int64_t inFile = 0; ///< = stored + rejected.size()
    std::int64_t starts = 0; ///< records that begin in the file by an independent count
    std::int64_t stored = 0;
    std::int64_t decisions = 0; ///< found in the file, taken or not
    std::vector<RejectedRow> rejected;
    std::vector<Diagnostic> notices;    ///< alike ones grouped
    std::vector<ColumnMapping> columns; ///< what the columns were taken for; empty field: for nothing
};

/// A file of a folder or archive that holds no records.
struct PassedOver
{
    std::string file;
    std::string reason;
};

struct ImportOutcome
{
    std::vector<ImportedFile> files;
    std::vector<PassedOver> passedOver;
    std::string source;
    std::int64_t decisions = 0; ///< taken
    std::int64_t settled = 0;   ///< rejected records of the retried import that are settled now
};

/// Reads files that belong to one search into the review, as one act: either all of them or, on any failure,
/// none. Refuses a file whose bytes were imported before. The search index is not touched.
[[nodiscard]] Result<ImportOutcome>
importFiles(Workspace &workspace, const ImportRequest &request, Task &task);

/// Takes an import back, whenever it was made. Decisions on its records stay with their duplicates from
/// elsewhere. Says what was undone; fails with NotFound where there is no such import.
[[nodiscard]] Result<std::string> undoImport(Workspace &workspace, ImportId import);

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
