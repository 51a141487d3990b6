#include "app/search_index.h"

#include "app/index_upkeep.h"

namespace winnow::app {

namespace {

Result<index::Stamp> storeStamp(Workspace &workspace)
{
    auto last = workspace.records().last();
    if (!last) {
        return std::move(last).error();
    }
    auto count = workspace.records().countAll();
    if (!count) {
        return std::move(count).error();
    }
    return index::Stamp{workspace.info().uuid, last->value, *count};
}

/// Adds all records above `after` and commits.
Result<void> addRecords(
    Workspace &workspace, index::IndexWriter &writer, RecordId after, const index::Stamp &stamp, Task &task)
{
    const std::int64_t total = stamp.lastRecord - after.value;
    std::optional<Error> failure;
    auto visited = workspace.records().forEach(after, [&](RecordId id, const Record &record) {
        if (auto added = writer.add(id, record); !added) {
            failure = std::move(added).error();
        } else if (task.isStopped()) {
            failure = Task::stoppedError();
        }
        task.report({"indexing", id.value - after.value, total});
        return !failure && id.value < stamp.lastRecord;
    });
    if (failure) {
        return *std::move(failure);
    }
    return visited ? writer.commit(stamp) : std::move(visited);
}

bool isUsable(const index::Stamp &index, const index::Stamp &store)
{
    return index.review == store.review && index.lastRecord <= store.lastRecord &&
           index.recordCount <= store.recordCount;
}

/// Opens the index in `folder`, brought up to date or made anew where it has to be. The state of the store is
/// read after the index: another workspace may bring both on meanwhile, and the index is never ahead then.
/// Fails with Busy while another writer has it.
Result<index::Index> indexIn(Workspace &workspace, const std::filesystem::path &folder, Task &task)
{
    auto existing = index::Index::open(folder);
    auto wanted = storeStamp(workspace);
    if (!wanted) {
        return std::move(wanted).error();
    }
    const auto isAlmostThere = [&] { return existing && isUsable(existing->stamp(), *wanted); };
    const bool wasAlmostThere = isAlmostThere();
    if (wasAlmostThere && existing->stamp() == *wanted) {
        return existing;
    }
    bool canAppend = wasAlmostThere;
    auto writer = canAppend ? index::IndexWriter::append(folder) : index::IndexWriter::create(folder);
    if (!writer && writer.error().code == ErrorCode::WrongFormat) {
        // A writer was cut short, by a power cut say: what it left cannot be added to.
        canAppend = false;
        writer = index::IndexWriter::create(folder);
    }
    if (!writer) {
        return std::move(writer).error();
    }
    // Nobody else writes from here on; until now somebody may have.
    existing = index::Index::open(folder);
    wanted = storeStamp(workspace);
    if (!wanted) {
        return std::move(wanted).error();
    }
    if (existing && existing->stamp() == *wanted) {
        return existing;
    }
    if (isAlmostThere() != wasAlmostThere) {
        return Error{ErrorCode::Busy,
                     "The search index of this review was changed meanwhile; try again in a moment.",
                     {},
                     folder.string()};
    }
    const RecordId after{canAppend ? existing->stamp().lastRecord : 0};
    if (auto added = addRecords(workspace, *writer, after, *wanted, task); !added) {
        return std::move(added).error();
    }
    return index::Index::open(folder);
}

/// The index of a review that can only be read: the one beside it if that will do, else one in the cache of
/// the user.
Result<index::Index> spareIndex(Workspace &workspace, Task &task)
{
    auto beside = index::Index::open(workspace.indexFolder());
    const auto wanted = storeStamp(workspace);
    if (!wanted) {
        return wanted.error();
    }
    if (beside && beside->stamp() == *wanted) {
        return beside;
    }
    const auto folder = spareFolder(workspace, ".index");
    if (!folder) {
        return folder.error();
    }
    return inTurn(task, [&] { return indexIn(workspace, *folder, task); });
}

} // namespace

Result<index::Index> upToDateIndex(Workspace &workspace, Task &task)
{
    if (workspace.isReadOnly()) {
        return spareIndex(workspace, task);
    }
    return inTurn(task, [&] { return indexIn(workspace, workspace.indexFolder(), task); });
}

Result<SearchIndexes> indexesFor(Workspace &workspace, const query::Node &root, Task &task)
{
    auto records = upToDateIndex(workspace, task);
    if (!records) {
        return std::move(records).error();
    }
    SearchIndexes indexes{*std::move(records), std::nullopt};
    if (query::asksForFullText(root)) {
        auto texts = upToDateFullTexts(workspace, task);
        if (!texts) {
            return std::move(texts).error();
        }
        indexes.texts = *std::move(texts);
    }
    return indexes;
}

} // namespace winnow::app
