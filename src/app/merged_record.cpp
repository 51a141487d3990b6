#include "app/merged_record.h"

namespace winnow::app {

Result<dedupe::MergedRecord> mergedRecord(Workspace &workspace, RecordId kept)
{
    auto ids = workspace.judgement().membersOf(kept);
    if (!ids) {
        return std::move(ids).error();
    }
    std::vector<dedupe::Member> members;
    members.reserve(ids->size());
    for (const RecordId id : *ids) {
        auto record = workspace.records().get(id);
        if (!record) {
            return std::move(record).error();
        }
        members.push_back({id, *std::move(record)});
    }
    if (members.size() == 1) {
        return dedupe::MergedRecord{std::move(members.front().record), {}};
    }
    auto chosen = workspace.judgement().chosenFields(*ids);
    if (!chosen) {
        return std::move(chosen).error();
    }
    return dedupe::merge(members, *chosen);
}

} // namespace winnow::app
