#include "app/bulk_decisions.h"

#include "app/decide.h"
#include "app/find_records.h"
#include "app/standing.h"
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

Result<ChosenPreview>
previewChosen(Workspace &workspace, std::span<const RecordId> records, Stage stage, Verdict verdict)
{
    auto open = undecided(workspace, stage);
    auto standings = Standings::of(workspace);
    if (!open || !standings) {
        return !open ? std::move(open).error() : std::move(standings).error();
    }
    std::vector<RecordId> ascending(records.begin(), records.end());
    std::ranges::sort(ascending);
    ChosenPreview preview;
    for (const RecordId record : ascending) {
        if (std::ranges::binary_search(*open, record)) {
            preview.open.push_back(record);
            continue;
        }
        auto standing = standings->standing(workspace, record);
        if (!standing) {
            return std::move(standing).error();
        }
        const auto own = std::ranges::find_if(standing->decisions, [&](const Decision &decision) {
            return decision.stage == stage && decision.reviewer == workspace.reviewer();
        });
        if (own == standing->decisions.end()) {
            ++preview.others;
        } else if (own->verdict == verdict) {
            ++preview.same;
        } else {
            preview.differently.push_back(record);
        }
    }
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
