#pragma once

#include "base/result.h"

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

/// One open review: an SQLite file with Winnow's application_id. Belongs to one thread; other threads open
/// their own. The classes Records, Imports, Log and Judgement read and write its parts.
class ReviewFile
{
public:
    /// A new file; fails with AlreadyExists when there is anything at `path`.
    [[nodiscard]] static Result<ReviewFile> create(const std::filesystem::path &path, const ReviewInfo &info);

    /// Fails with NotFound, Unreadable, WrongFormat (no SQLite file, or no review), TooNew or Busy; never
    /// changes a file that is not a review.
    [[nodiscard]] static Result<ReviewFile> open(const std::filesystem::path &path);

    ReviewFile(ReviewFile &&) noexcept;
    ReviewFile &operator=(ReviewFile &&) noexcept;
    ~ReviewFile();

    [[nodiscard]] const std::filesystem::path &path() const { return m_path; }

    [[nodiscard]] const ReviewInfo &info() const { return m_info; }

    /// Runs `work` with the write lock held and commits what it did; undoes all of it when `work` fails.
    [[nodiscard]] Result<void> transact(const std::function<Result<void>()> &work);

    /// SQLite's own integrity and foreign key checks; one sentence a fault, empty when sound.
    [[nodiscard]] Result<std::vector<std::string>> checkIntegrity();

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
