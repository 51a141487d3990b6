#include "app/query_effects.h"

#include "app/find_records.h"
#include "app/query_seeds.h"
#include "app/record_keys.h"
#include "app/search_index.h"
#include "query/checks/checked_query.h"
#include "query/printer.h"

#include <utility>

namespace winnow::app {

namespace {

/// Without records of undone imports, and duplicates as the records that stand for them.
Result<index::Counting> countingOf(Workspace &workspace)
{
    auto hidden = workspace.judgement().hiddenRanges();
    if (!hidden) {
        return std::move(hidden).error();
    }
    auto duplicates = workspace.judgement().duplicates();
    if (!duplicates) {
        return std::move(duplicates).error();
    }
    index::Counting counting;
    for (const store::ImportRange &range : *hidden) {
        for (RecordId id = range.first; id <= range.last; ++id.value) {
            counting.leftOut.push_back(id);
        }
    }
    for (const auto &[record, link] : *duplicates) {
        counting.standIns.emplace_back(record, link.kept);
    }
    return counting;
}

/// Whether the text is a list of numbered searches. What joins them stands elsewhere than they.
bool isList(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '#';
}

/// Line ends and what else there is of blank become one space.
std::string onOneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool isBlank = c == ' ' || (c >= '\t' && c <= '\r');
        if (!isBlank) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

/// The line with the field that it stands in.
std::string queryOf(const index::LineEffect &effect)
{
    const query::Node &node = *effect.node;
    const bool hasField = node.kind == query::NodeKind::Fielded || node.kind == query::NodeKind::Compare ||
                          effect.in->code == "ALL";
    const std::string text = query::printNormalised(node);
    return hasField ? text : std::string(effect.in->code) + '(' + text + ')';
}

} // namespace

Result<QueryEffects> queryEffects(Workspace &workspace, const EffectsRequest &request, Task &task)
{
    const auto root = treeOf(request.query, request.precedence);
    if (!root) {
        return root.error();
    }
    const auto indexes = indexesFor(workspace, **root, task);
    if (!indexes) {
        return indexes.error();
    }
    return queryEffects(workspace, *indexes, request.query, **root, request.precedence, request.seeds, task);
}

Result<QueryEffects> queryEffects(Workspace &workspace,
                                  const SearchIndexes &indexes,
                                  std::string_view text,
                                  const query::Node &root,
                                  query::Precedence precedence,
                                  const std::vector<std::string> &seeds,
                                  Task &task)
{
    auto records = findSeeds(workspace, indexes.records, seeds);
    if (!records) {
        return std::move(records).error();
    }
    const auto counting = countingOf(workspace);
    if (!counting) {
        return counting.error();
    }
    auto effects = indexes.run([&](const index::FullTexts *texts) {
        return indexes.records.effects(root, *records, *counting, task, texts);
    });
    if (!effects) {
        return std::move(effects).error();
    }
    QueryEffects shown{effects->matching, static_cast<std::int64_t>(records->size()), {}, {}};
    const query::CheckedQuery query(text, root, precedence);
    for (index::LineEffect &line : effects->lines) {
        const query::Extent extent = query.extentOf(*line.node);
        line.from = extent.from;
        line.to = extent.to;
        const bool isJoined = isList(text) && !line.node->children.empty();
        shown.lines.push_back(
            {isJoined ? query::printNormalised(*line.node) : onOneLine(query.textOf(extent)),
             queryOf(line),
             std::move(line)});
    }
    std::vector<RecordId> missed;
    for (const index::MissedSeed &seed : effects->missed) {
        missed.push_back(seed.seed);
    }
    auto keys = keysOf(workspace, missed);
    if (!keys) {
        return std::move(keys).error();
    }
    for (std::size_t i = 0; i < missed.size(); ++i) {
        shown.missed.push_back({missed[i], std::move((*keys)[i]), effects->missed[i].line});
    }
    return shown;
}

} // namespace winnow::app
