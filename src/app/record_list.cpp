#include "app/record_list.h"

#include "app/decide.h"

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
        auto titleAbstract = outcomeOf(workspace, row.id, Stage::TitleAbstract);
        auto fullText = outcomeOf(workspace, row.id, Stage::FullText);
        if (!titleAbstract || !fullText) {
            return !titleAbstract ? std::move(titleAbstract).error() : std::move(fullText).error();
        }
        list.push_back({row.id,
                        row.key.empty() ? std::to_string(row.id.value) : std::move(row.key),
                        std::move(row.title),
                        std::move(row.authors),
                        std::move(row.sourceTitle),
                        row.year,
                        *std::move(titleAbstract),
                        *std::move(fullText)});
    }
    return list;
}

std::int64_t changeCounter(Workspace &workspace)
{
    auto counter = workspace.file().changeCounter();
    return counter ? *counter : 0;
}

} // namespace winnow::app
