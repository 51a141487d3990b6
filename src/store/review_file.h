#pragma once

#include "base/result.h"
#include "store/as_of.h"
#include "store/snapshot.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::store {

class Database;

struct ReviewInfo
{
    std::string uuid;
    std::string title;
    std::string createdUtc;
};

/// The highest ids of what a review holds.
struct Extent
{
    std::int64_t event = 0;
    std::int64_t record = 0;
    std::int64_t search = 0;

    bool operator==(const Extent &) const = default;
};

/// One open review: an SQLite file with Winnow's application_id. Belongs to one thread; other threads open
/// their own. The classes Records, Imports, Log and Judgement read and write its parts.
class ReviewFile
{
public:
    /// A new file; fails with AlreadyExists when there is anything at `path`.
    [[nodiscard]] static Result<ReviewFile> create(const std::filesystem::path &path, const ReviewInfo &info);

    /// Fails with NotFound, Unreadable, WrongFormat (no SQLite file, or no review), TooNew or Busy; never
    /// changes a file that is not a review. Where the file or its folder may not be written, the review can
    /// be read all the same, and transact() is what fails.
    [[nodiscard]] static Result<ReviewFile> open(const std::filesystem::path &path);

    /// The same without any change to the file or its folder.
    [[nodiscard]] static Result<ReviewFile> openReadOnly(const std::filesystem::path &path);

    /// The same review as it was at some time, for reading only; its parts show nothing of what came later.
    /// Records of later imports are hidden, as those of undone ones.
    [[nodiscard]] static Result<ReviewFile> openAsOf(const std::filesystem::path &path, const LogEnd &end);

    ReviewFile(ReviewFile &&) noexcept;
    ReviewFile &operator=(ReviewFile &&) noexcept;
    ~ReviewFile();

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

    [[nodiscard]] const ReviewInfo &info() const { return m_info; }

    [[nodiscard]] bool isReadOnly() const;

    /// Runs `work` with the write lock held and commits what it did; undoes all of it when `work` fails.
    /// Fails with Unwritable where the review can only be read, or its file was moved, deleted or replaced.
    [[nodiscard]] Result<void> transact(const std::function<Result<void>()> &work);

    /// For what is put together from several reads: see Snapshot.
    [[nodiscard]] Snapshot snapshot() { return Snapshot(*m_database); }

    /// For whoever must not be kept waiting: from now on transact() leaves it to others to take in the log,
    /// which may take a tenth of a second.
    void leaveLog();

    /// Whether the log should be taken in; never before leaveLog().
    [[nodiscard]] bool isLogLong() const;

    /// Takes what was committed from the log into the file, as far as nobody reads what is older. Nothing is
    /// lost where it is not called: the last one who closes the file does the same.
    [[nodiscard]] Result<void> takeInLog();

    /// SQLite's own integrity and foreign key checks; one sentence a fault, empty when sound.
    [[nodiscard]] Result<std::vector<std::string>> checkIntegrity();

    /// Writes the review as it stands to a new file, whole or not at all, also while others work on it. Fails
    /// with AlreadyExists when there is anything at `target`.
    [[nodiscard]] Result<void> copyTo(const std::filesystem::path &target);

    /// Becomes a copy of `other`, as one transaction. What `path()` held before is gone: copy it first.
    [[nodiscard]] Result<void> replaceBy(ReviewFile &other);

    /// How far the review has come: grows whenever anything is added to it, and nothing is ever changed
    /// otherwise.
    [[nodiscard]] Result<Extent> extent();

private:
    friend class Records;
    friend class Imports;
    friend class Log;
    friend class OnlineSearches;
    friend class Judgement;
    friend class Bundles;

    ReviewFile(std::filesystem::path path, std::unique_ptr<Database> database, ReviewInfo info);

    std::filesystem::path m_path;
    std::unique_ptr<Database> m_database;
    ReviewInfo m_info;
};

} // namespace winnow::store
