#pragma once

#include "app/import_files.h"
#include "app/workspace.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace winnow::app {

/// One import with what it could not take.
struct ReportedImport
{
    Import import;
    std::string source;
    std::vector<RejectedRow> rejected; ///< that no later import settled
};

/// The imports that were not undone, oldest first; only `only` where given, which fails with NotFound.
[[nodiscard]] Result<std::vector<ReportedImport>> importReport(Workspace &workspace,
                                                               std::optional<ImportId> only = {});

/// Writes the text of what an import rejected, with the header that it needs, to be corrected and retried.
/// Returns the number of records; fails with NotFound where nothing was rejected.
[[nodiscard]] Result<std::int64_t>
writeRejected(Workspace &workspace, ImportId import, const std::filesystem::path &file);

/// Imports the texts of what an import rejected, corrected or as they are, in place of all of them: what
/// cannot be read even now is rejected by the new import. Fails as importFiles() does, and with NotFound
/// where nothing was rejected.
[[nodiscard]] Result<ImportOutcome>
retryRejected(Workspace &workspace, ImportId import, std::span<const std::string> texts, Task &task);

} // namespace winnow::app
