#include "app/stage_records.h"

namespace winnow::app {

Result<std::vector<RecordId>> stageRecords(Workspace &workspace, Stage stage, screening::State state)
{
    auto standings = Standings::of(workspace);
    if (!standings) {
        return std::move(standings).error();
    }
    auto all = standings->all(workspace);
    auto units = workspace.records().units();
    if (!all || !units) {
        return !all ? std::move(all).error() : std::move(units).error();
    }
    std::vector<RecordId> records;
    for (const RecordId record : *units) {
        const auto said = all->find(record);
        const Standing *const standing = said == all->end() ? nullptr : &said->second;
        const screening::State seen =
            standing == nullptr ? screening::State::Undecided : standing->seen[stage].state;
        if (seen == state && hasCome(*standings, standing, stage)) {
            records.push_back(record);
        }
    }
    return records;
}

} // namespace winnow::app
