#include "app/find_records.h"

#include "app/search_index.h"
#include "query/parse.h"

#include <algorithm>

namespace winnow::app {

namespace {

/// The records that match, as those that stand for their groups.
Result<std::vector<RecordId>>
matching(Workspace &workspace, const index::Index &index, const query::Node &root)
{
    auto hits = index.search(root);
    if (!hits) {
        return hits;
    }
    auto hidden = workspace.judgement().hiddenRanges();
    auto duplicates = workspace.judgement().duplicates();
    if (!hidden || !duplicates) {
        return !hidden ? std::move(hidden).error() : std::move(duplicates).error();
    }
    std::vector<RecordId> found;
    for (const RecordId hit : *hits) {
        const bool isHidden = std::ranges::any_of(*hidden, [hit](const store::ImportRange &range) {
            return range.first <= hit && hit <= range.last;
        });
        if (!isHidden) {
            const auto link = duplicates->find(hit);
            found.push_back(link == duplicates->end() ? hit : link->second.kept);
        }
    }
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

} // namespace

Error queryError(std::string_view query, const query::Problem &problem)
{
    const std::size_t from = std::min(problem.from, query.size());
    const std::size_t lineBegin =
        query.rfind('\n', from == 0 ? 0 : from - 1) == std::string_view::npos || from == 0
            ? 0
            : query.rfind('\n', from - 1) + 1;
    const std::size_t lineEnd = std::min(query.find('\n', from), query.size());
    const auto lineNumber =
        1 + std::count(query.begin(), query.begin() + static_cast<std::ptrdiff_t>(from), '\n');
    // Columns count characters, not the bytes of UTF-8.
    const auto isFirstByte = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const std::string_view before = query.substr(lineBegin, from - lineBegin);
    const auto column = static_cast<std::size_t>(std::ranges::count_if(before, isFirstByte));
    const std::string_view marked =
        query.substr(from, std::min(std::max(problem.to, from + 1), std::max(lineEnd, from)) - from);
    const auto width = static_cast<std::size_t>(std::ranges::count_if(marked, isFirstByte));
    const std::string where = "line " + std::to_string(lineNumber) + ", column " + std::to_string(column + 1);

    // A long line is shown around the place only.
    constexpr std::size_t kContext = 60;
    const std::size_t shownFrom = from - lineBegin > kContext ? from - kContext : lineBegin;
    std::string line(query.substr(shownFrom, std::min(lineEnd, from + kContext) - shownFrom));
    while (!line.empty() && !isFirstByte(line.front())) {
        line.erase(0, 1);
    }
    const auto indent = static_cast<std::size_t>(std::ranges::count_if(
        std::string_view(line).substr(0, line.size() - (std::min(lineEnd, from + kContext) - from)),
        isFirstByte));
    return {ErrorCode::Unsupported,
            problem.message + " (" + where + ")\n  " + line + "\n  " + std::string(indent, ' ') +
                std::string(std::max<std::size_t>(width, 1), '^'),
            problem.code,
            where};
}

Result<query::NodePtr> treeOf(std::string_view query, query::Precedence precedence)
{
    query::Parsed parsed = query::parse(query, precedence);
    if (parsed.isOk()) {
        return std::move(parsed.root);
    }
    const auto error =
        std::ranges::find(parsed.problems, query::ProblemSeverity::Error, &query::Problem::severity);
    return queryError(query, *error);
}

Result<std::vector<RecordId>>
findRecords(Workspace &workspace, const index::Index &index, std::string_view query)
{
    auto root = treeOf(query);
    return root ? matching(workspace, index, **root) : std::move(root).error();
}

Result<std::vector<RecordId>> findRecords(Workspace &workspace, std::string_view query, Task &task)
{
    // What is wrong with the query is said before an index is made for it.
    auto root = treeOf(query);
    if (!root) {
        return std::move(root).error();
    }
    auto index = upToDateIndex(workspace, task);
    if (!index) {
        return std::move(index).error();
    }
    return matching(workspace, *index, **root);
}

} // namespace winnow::app
