#include "app/record_list.h"

#include "app/merged_record.h"
#include "app/standing.h"

namespace winnow::app {

namespace {

/// What stands for a group is shown as the group says it.
Result<void> tellMerged(Workspace &workspace, store::RecordRow &row)
{
    auto members = workspace.judgement().membersOf(row.id);
    if (!members) {
        return std::move(members).error();
    }
    if (members->size() < 2) {
        return {};
    }
    auto merged = mergedRecord(workspace, row.id);
    if (!merged) {
        return std::move(merged).error();
    }
    row.title = std::move(merged->record.title);
    row.authors = std::move(merged->record.authors);
    row.sourceTitle = std::move(merged->record.sourceTitle);
    row.year = merged->record.date.year;
    row.doi = std::move(merged->record.doi);
    row.type = merged->record.type;
    row.language = std::move(merged->record.language);
    return {};
}

} // namespace

Result<std::vector<RecordId>> allRecords(Workspace &workspace)
{
    return workspace.records().units();
}

Result<std::vector<ListRow>> listRows(Workspace &workspace, std::span<const RecordId> ids)
{
    auto rows = workspace.records().rows(ids);
    auto standings = Standings::of(workspace);
    if (!rows || !standings) {
        return !rows ? std::move(rows).error() : std::move(standings).error();
    }
    std::vector<ListRow> list;
    list.reserve(rows->size());
    for (store::RecordRow &row : *rows) {
        if (auto told = tellMerged(workspace, row); !told) {
            return std::move(told).error();
        }
        auto standing = standings->standing(workspace, row.id);
        if (!standing) {
            return std::move(standing).error();
        }
        list.push_back({row.id,
                        row.key.empty() ? std::to_string(row.id.value) : std::move(row.key),
                        std::move(row.title),
                        std::move(row.authors),
                        std::move(row.sourceTitle),
                        row.year,
                        standing->seen[Stage::Title],
                        standing->seen[Stage::TitleAbstract],
                        standing->seen[Stage::FullText],
                        row.type,
                        std::move(row.language),
                        std::move(row.doi)});
    }
    return list;
}

} // namespace winnow::app
