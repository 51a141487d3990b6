#pragma once

#include "app/workspace.h"
#include "base/task.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace winnow::app {

/// One verdict for all that a query finds.
struct BulkRequest
{
    std::string query; ///< in the Scopus language
    Stage stage = Stage::TitleAbstract;
    Verdict verdict = Verdict::Exclude;
    std::string reason;
    std::string note;
};

struct BulkPreview
{
    std::int64_t found = 0; ///< records that the query finds
    std::vector<RecordId>
        records; ///< of these, what the reviewer could still decide at the stage and has not; ascending
};

/// What decideBulk() would decide.
[[nodiscard]] Result<BulkPreview> previewBulk(Workspace &workspace, const BulkRequest &request, Task &task);

/// What one verdict on chosen records would come to.
struct ChosenPreview
{
    std::vector<RecordId> open;        ///< that the reviewer can decide at the stage and has not; ascending
    std::vector<RecordId> differently; ///< that the reviewer has decided otherwise; ascending
    std::int64_t same = 0;             ///< that the reviewer has decided so already
    std::int64_t others = 0;           ///< that are not the reviewer's to decide now
};

[[nodiscard]] Result<ChosenPreview>
previewChosen(Workspace &workspace, std::span<const RecordId> records, Stage stage, Verdict verdict);

/// Decides these records of a preview, each marked as decided in bulk by the query, as one act that undo
/// takes back.
[[nodiscard]] Result<void>
decideBulk(Workspace &workspace, const BulkRequest &request, const std::vector<RecordId> &records);

} // namespace winnow::app
