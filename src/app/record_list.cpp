#include "app/record_list.h"

namespace winnow::app {

Result<std::vector<RecordId>> allRecords(Workspace &workspace)
{
    return workspace.records().units();
}

Result<std::vector<ListRow>> listRows(Workspace &workspace, std::span<const RecordId> ids)
{
    auto rows = workspace.records().rows(ids);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<ListRow> list;
    list.reserve(rows->size());
    for (store::RecordRow &row : *rows) {
        auto decisions = workspace.judgement().decisionsOf(row.id);
        if (!decisions) {
            return std::move(decisions).error();
        }
        list.push_back({row.id,
                        row.key.empty() ? std::to_string(row.id.value) : std::move(row.key),
                        std::move(row.title),
                        std::move(row.authors),
                        std::move(row.sourceTitle),
                        row.year,
                        screening::outcomeAt(*decisions, Stage::TitleAbstract),
                        screening::outcomeAt(*decisions, Stage::FullText)});
    }
    return list;
}

} // namespace winnow::app
