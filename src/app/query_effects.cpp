#include "app/query_effects.h"

#include "app/find_records.h"

#include <utility>

namespace winnow::app {

namespace {

/// Records of undone imports, and duplicates that another record stands for.
Result<std::vector<RecordId>> uncounted(Workspace &workspace)
{
    auto hidden = workspace.judgement().hiddenRanges();
    if (!hidden) {
        return std::move(hidden).error();
    }
    auto duplicates = workspace.judgement().duplicates();
    if (!duplicates) {
        return std::move(duplicates).error();
    }
    std::vector<RecordId> records;
    for (const store::ImportRange &range : *hidden) {
        for (RecordId id = range.first; id <= range.last; ++id.value) {
            records.push_back(id);
        }
    }
    for (const auto &[record, link] : *duplicates) {
        if (record != link.kept) {
            records.push_back(record);
        }
    }
    return records;
}

} // namespace

Result<QueryEffects> queryEffects(Workspace &workspace,
                                  const index::Index &index,
                                  std::string_view query,
                                  const std::vector<RecordId> &seeds)
{
    const auto root = treeOf(query);
    if (!root) {
        return root.error();
    }
    const auto leftOut = uncounted(workspace);
    if (!leftOut) {
        return leftOut.error();
    }
    auto effects = index.effects(**root, seeds, *leftOut);
    if (!effects) {
        return std::move(effects).error();
    }
    QueryEffects shown{effects->matching, std::move(effects->missedSeeds), {}};
    for (index::LineEffect &line : effects->lines) {
        const std::string_view text = query.substr(line.from, line.to - line.from);
        shown.lines.push_back({std::string(text), std::move(line)});
    }
    return shown;
}

} // namespace winnow::app
