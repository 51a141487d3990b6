#include "app/search_index.h"

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

/// Opens the index in `folder`, brought up to date or made anew where it has to be.
Result<index::Index>
indexIn(Workspace &workspace, const std::filesystem::path &folder, const index::Stamp &wanted, Task &task)
{
    auto existing = index::Index::open(folder);
    const bool canAppend = existing && isUsable(existing->stamp(), wanted);
    if (canAppend && existing->stamp() == wanted) {
        return existing;
    }
    RecordId after{canAppend ? existing->stamp().lastRecord : 0};
    auto writer = canAppend ? index::IndexWriter::append(folder) : index::IndexWriter::create(folder);
    if (!writer && writer.error().code == ErrorCode::WrongFormat) {
        // A writer was cut short, by a power cut say: what it left cannot be added to.
        after = RecordId{0};
        writer = index::IndexWriter::create(folder);
    }
    if (!writer) {
        return std::move(writer).error();
    }
    if (auto added = addRecords(workspace, *writer, after, wanted, task); !added) {
        return std::move(added).error();
    }
    return index::Index::open(folder);
}

/// The index of a review that can only be read: the one beside it if that will do, else one in the cache of
/// the user.
Result<index::Index> spareIndex(Workspace &workspace, const index::Stamp &wanted, Task &task)
{
    auto beside = index::Index::open(workspace.indexFolder());
    if (beside && beside->stamp() == wanted) {
        return beside;
    }
    const std::filesystem::path folder = workspace.spareIndexFolder();
    std::error_code code;
    if (!folder.empty()) {
        std::filesystem::create_directories(folder.parent_path(), code);
    }
    if (folder.empty() || code) {
        return Error{ErrorCode::Unwritable,
                     "There is no place for the search index of this review, which can only be read. Set "
                     "XDG_CACHE_HOME to a folder of yours, or copy the review to one.",
                     code.message(),
                     folder.string()};
    }
    return indexIn(workspace, folder, wanted, task);
}

} // namespace

Result<index::Index> upToDateIndex(Workspace &workspace, Task &task)
{
    auto wanted = storeStamp(workspace);
    if (!wanted) {
        return std::move(wanted).error();
    }
    return workspace.isReadOnly() ? spareIndex(workspace, *wanted, task)
                                  : indexIn(workspace, workspace.indexFolder(), *wanted, task);
}

} // namespace winnow::app
