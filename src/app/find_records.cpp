#include "app/find_records.h"

#include "app/search_index.h"
#include "query/parse.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace winnow::app {

namespace {

/// Those that stand for the groups of visible records, ascending.
class Groups
{
public:
    static Result<Groups> of(Workspace &workspace)
    {
        auto hidden = workspace.judgement().hiddenRanges();
        auto duplicates = workspace.judgement().duplicates();
        if (!hidden || !duplicates) {
            return !hidden ? std::move(hidden).error() : std::move(duplicates).error();
        }
        Groups groups;
        groups.m_hidden = *std::move(hidden);
        groups.m_duplicates = *std::move(duplicates);
        return groups;
    }

    [[nodiscard]] std::vector<RecordId> standingFor(const std::vector<RecordId> &hits) const
    {
        std::vector<RecordId> found;
        for (const RecordId hit : hits) {
            const bool isHidden = std::ranges::any_of(m_hidden, [hit](const store::ImportRange &range) {
                return range.first <= hit && hit <= range.last;
            });
            if (!isHidden) {
                const auto link = m_duplicates.find(hit);
                found.push_back(link == m_duplicates.end() ? hit : link->second.kept);
            }
        }
        std::ranges::sort(found);
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }

private:
    std::vector<store::ImportRange> m_hidden;
    std::map<RecordId, store::DuplicateLink> m_duplicates;
};

/// The records that match, as those that stand for their groups.
Result<std::vector<RecordId>> matching(Workspace &workspace, Result<std::vector<RecordId>> hits)
{
    if (!hits) {
        return hits;
    }
    auto groups = Groups::of(workspace);
    return groups ? Result(groups->standingFor(*hits)) : std::move(groups).error();
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

Result<FoundRecords> searchRecords(Workspace &workspace, const FindRequest &request, Task &task)
{
    auto root = treeOf(request.query, request.precedence);
    if (!root) {
        return std::move(root).error();
    }
    auto indexes = indexesFor(workspace, **root, task);
    if (!indexes) {
        return std::move(indexes).error();
    }
    auto answer =
        indexes->run([&](const index::FullTexts *texts) { return indexes->records.answer(**root, texts); });
    if (!answer) {
        return std::move(answer).error();
    }
    auto groups = Groups::of(workspace);
    if (!groups) {
        return std::move(groups).error();
    }
    FoundRecords found;
    found.records = groups->standingFor(answer->matching);
    std::vector<RecordId> open;
    std::ranges::set_difference(
        groups->standingFor(answer->undecided), found.records, std::back_inserter(open));
    found.undecided = static_cast<std::int64_t>(open.size());
    if (!open.empty()) {
        found.undecidedWithout = std::move(answer->undecidedWithout);
    }
    return found;
}

Result<std::vector<RecordId>>
findRecords(Workspace &workspace, const index::Index &index, std::string_view query)
{
    auto root = treeOf(query);
    return root ? matching(workspace, index.search(**root)) : std::move(root).error();
}

Result<std::vector<RecordId>> findRecords(Workspace &workspace, std::string_view query, Task &task)
{
    // What is wrong with the query is said before an index is made for it.
    auto root = treeOf(query);
    if (!root) {
        return std::move(root).error();
    }
    const auto indexes = indexesFor(workspace, **root, task);
    if (!indexes) {
        return indexes.error();
    }
    return matching(workspace, indexes->run([&](const index::FullTexts *texts) {
        return indexes->records.search(**root, texts);
    }));
}

} // namespace winnow::app
