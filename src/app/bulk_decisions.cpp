#include "app/bulk_decisions.h"

#include "app/decide.h"
#include "app/find_records.h"
#include "app/work_list.h"

#include <algorithm>
#include <iterator>

namespace winnow::app {

Result<BulkPreview> previewBulk(Workspace &workspace, const BulkRequest &request, Task &task)
{
    auto found = findRecords(workspace, request.query, task);
    auto open = undecided(workspace, request.stage);
    if (!found || !open) {
        return !found ? std::move(found).error() : std::move(open).error();
    }
    BulkPreview preview{static_cast<std::int64_t>(found->size()), {}};
    std::ranges::set_intersection(*found, *open, std::back_inserter(preview.records));
    return preview;
}

Result<void>
decideBulk(Workspace &workspace, const BulkRequest &request, const std::vector<RecordId> &records)
{
    std::vector<DecideRequest> requests;
    requests.reserve(records.size());
    for (const RecordId record : records) {
        requests.push_back(
            {record, request.stage, request.verdict, request.reason, request.note, {}, request.query});
    }
    return decide(workspace, requests);
}

} // namespace winnow::app
