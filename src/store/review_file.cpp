#include "store/review_file.h"

#include "base/held_files.h"
#include "base/readable.h"
#include "store/database.h"
#include "store/schema.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace winnow::store {

namespace fs = std::filesystem;

namespace {

/// "Wnnw" in ASCII; marks an SQLite file as a review (PRAGMA application_id, shown by file(1) and used by the
/// MIME type).
constexpr std::int64_t kApplicationId = 0x576E6E77;

std::int64_t pragma(Database &database, std::string_view name)
{
    Statement statement = database.prepare("PRAGMA " + std::string(name));
    return statement.step() ? statement.integer(0) : 0;
}

Error notAReview(const fs::path &path)
{
    return {
        ErrorCode::WrongFormat,
        path.string() +
            " is not a Winnow review. Choose a file made by 'winnow init'; exported records are read with "
            "'winnow import'.",
        {},
        path.string()};
}

void configure(Database &database)
{
    // FULL: a decision that was shown as made is on the disk. recursive_triggers: REPLACE cannot delete
    // events unseen.
    database.execute("PRAGMA journal_mode=WAL");
    database.execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON");
    database.watchLog();
}

ReviewInfo readInfo(Database &database)
{
    Statement statement = database.prepare("SELECT uuid, title, created_utc FROM review");
    if (!statement.step()) {
        throw SqlError({ErrorCode::WrongFormat,
                        "The review file has no title page; it was not made by Winnow.",
                        {},
                        {}});
    }
    return {std::string(statement.text(0)), std::string(statement.text(1)), std::string(statement.text(2))};
}

Error withPath(Error error, const fs::path &path)
{
    error.where = path.string();
    if (error.message.find(error.where) == std::string::npos) {
        error.message = error.where + ": " + error.message;
    }
    return error;
}

/// Fails for a review of a newer version.
std::size_t schemaVersion(Database &database, const fs::path &path)
{
    const auto version = static_cast<std::size_t>(pragma(database, "user_version"));
    if (version > schemaScripts().size()) {
        throw SqlError({ErrorCode::TooNew,
                        path.string() + " was made by a newer version of Winnow. Install the newest version "
                                        "to open it; the review is "
                                        "unchanged.",
                        {},
                        path.string()});
    }
    return version;
}

/// Brings an older review to the current schema, one numbered script after another.
void migrate(Database &database, const fs::path &path)
{
    const auto version = schemaVersion(database, path);
    const auto scripts = schemaScripts();
    if (version == scripts.size()) {
        return;
    }
    Transaction transaction(database);
    for (std::size_t i = version; i < scripts.size(); ++i) {
        database.execute(std::string(scripts[i]));
    }
    database.execute("PRAGMA user_version=" + std::to_string(scripts.size()));
    transaction.commit();
}

fs::path withSuffix(fs::path path, const char *suffix)
{
    path += suffix;
    return path;
}

/// SQLite keeps two more files beside the one that a symbolic link leads to.
fs::path linkTarget(const fs::path &path)
{
    std::error_code code;
    fs::path target = fs::canonical(path, code);
    return code ? path : target;
}

bool mayWrite(const fs::path &path)
{
    const auto isAllowed = [](const fs::path &what) {
        return faccessat(AT_FDCWD, what.c_str(), W_OK, AT_EACCESS) == 0;
    };
    return isAllowed(path) && isAllowed(linkTarget(path).parent_path());
}

std::unique_ptr<Database> openForReadingOnly(const fs::path &path)
{
    const fs::path file = linkTarget(path);
    std::error_code ignored;
    if (fs::exists(withSuffix(file, "-shm"), ignored)) {
        // Somebody has it open, or had until the power failed.
        try {
            auto database = std::make_unique<Database>(file, OpenMode::ReadOnly);
            static_cast<void>(pragma(*database, "user_version"));
            return database;
        } catch (const SqlError &failure) {
            // The ways below open the file without knowing of this process's locks on it, and drop them.
            if (failure.error().code == ErrorCode::WrongFormat || isHeld(file)) {
                throw;
            }
        }
    }
    const auto walBytes = fs::file_size(withSuffix(file, "-wal"), ignored);
    const bool hasWal = !ignored && walBytes > 0;
    return std::make_unique<Database>(file, hasWal ? OpenMode::ReadFixedWal : OpenMode::ReadFixed);
}

/// A review of an older version that may not be written is brought up to date in a copy.
std::unique_ptr<Database> upToDateForReading(std::unique_ptr<Database> database, const fs::path &path)
{
    if (schemaVersion(*database, path) == schemaScripts().size()) {
        return database;
    }
    auto copy = std::make_unique<Database>(path, OpenMode::Temporary);
    copy->takeOver(*database);
    migrate(*copy, path);
    copy->forbidWriting();
    return copy;
}

Error openError(const Error &error, const fs::path &path)
{
    const bool isForeign = error.code == ErrorCode::WrongFormat && error.where.empty() &&
                           error.detail.find("not a database") != std::string::npos;
    return isForeign ? notAReview(path) : withPath(error, path);
}

/// Makes what was written to `part` last, under the name `target`.
Result<void> moveIntoPlace(const fs::path &part, const fs::path &target)
{
    const auto synced = [](const fs::path &path, int flags) {
        const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
        const bool isDone = descriptor >= 0 && fsync(descriptor) == 0;
        const int code = errno;
        if (descriptor >= 0) {
            close(descriptor);
        }
        errno = code;
        return isDone;
    };
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (synced(part, O_RDONLY) && std::rename(part.c_str(), target.c_str()) == 0) {
        synced(folder, O_RDONLY | O_DIRECTORY); // not every file system can
        return {};
    }
    const std::string reason = std::generic_category().message(errno);
    return Error{ErrorCode::Unwritable,
                 "Cannot write " + target.string() + ": " + reason +
                     ". The review is unchanged; choose another place or free some space.",
                 reason,
                 target.string()};
}

} // namespace

ReviewFile::ReviewFile(fs::path path, std::unique_ptr<Database> database, ReviewInfo info)
    : m_path(std::move(path))
    , m_database(std::move(database))
    , m_info(std::move(info))
{}

ReviewFile::ReviewFile(ReviewFile &&) noexcept = default;
ReviewFile &ReviewFile::operator=(ReviewFile &&) noexcept = default;
ReviewFile::~ReviewFile() = default;

Result<ReviewFile> ReviewFile::create(const fs::path &path, const ReviewInfo &info)
{
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(path, ignored))) {
        return Error{ErrorCode::AlreadyExists,
                     path.string() + " exists already and is left as it is. Choose another name, or open it.",
                     {},
                     path.string()};
    }
    auto made = guarded([&] {
        auto database = std::make_unique<Database>(path, OpenMode::Create);
        configure(*database);
        Transaction transaction(*database);
        database->execute("PRAGMA application_id=" + std::to_string(kApplicationId));
        migrate(*database, path);
        Statement insert =
            database->prepare("INSERT INTO review(id, uuid, title, created_utc) VALUES (1, ?1, ?2, ?3)");
        insert.bind(1, info.uuid).bind(2, info.title).bind(3, info.createdUtc).run();
        database->execute("PRAGMA user_version=" + std::to_string(schemaScripts().size()));
        transaction.commit();
        return ReviewFile(path, std::move(database), info);
    });
    if (!made) {
        fs::remove(path, ignored);
        return withPath(made.error(), path);
    }
    return made;
}

Result<ReviewFile> ReviewFile::open(const fs::path &path)
{
    if (auto readable = requireReadable(path); !readable) {
        return std::move(readable).error();
    }
    if (!mayWrite(path)) {
        return openReadOnly(path);
    }
    auto opened = guarded([&] {
        auto database = std::make_unique<Database>(path, OpenMode::ReadWrite);
        if (pragma(*database, "application_id") != kApplicationId) {
            throw SqlError(notAReview(path));
        }
        migrate(*database, path);
        configure(*database);
        ReviewInfo info = readInfo(*database);
        return ReviewFile(path, std::move(database), std::move(info));
    });
    return opened ? std::move(opened) : openError(opened.error(), path);
}

Result<ReviewFile> ReviewFile::openReadOnly(const fs::path &path)
{
    if (auto readable = requireReadable(path); !readable) {
        return std::move(readable).error();
    }
    auto opened = guarded([&] {
        auto database = openForReadingOnly(path);
        if (pragma(*database, "application_id") != kApplicationId) {
            throw SqlError(notAReview(path));
        }
        database = upToDateForReading(std::move(database), path);
        ReviewInfo info = readInfo(*database);
        return ReviewFile(path, std::move(database), std::move(info));
    });
    return opened ? std::move(opened) : openError(opened.error(), path);
}

Result<ReviewFile> ReviewFile::openAsOf(const fs::path &path, const LogEnd &end)
{
    auto opened = openReadOnly(path);
    if (!opened) {
        return opened;
    }
    auto cut = guarded([&] {
        showAsOf(*opened->m_database, end);
        opened->m_database->forbidWriting();
    });
    return cut ? std::move(opened) : Result<ReviewFile>(withPath(cut.error(), path));
}

bool ReviewFile::isReadOnly() const
{
    return m_database->isReadOnly();
}

Result<void> ReviewFile::transact(const std::function<Result<void>()> &work)
{
    std::optional<Error> failure;
    auto ran = guarded([&] {
        Transaction transaction(*m_database);
        if (auto done = work(); !done) {
            failure = done.error();
            return;
        }
        transaction.commit();
    });
    if (failure) {
        return *std::move(failure);
    }
    return ran;
}

void ReviewFile::leaveLog()
{
    m_database->leaveLog();
}

bool ReviewFile::isLogLong() const
{
    constexpr int kPages = 256;
    return m_database->logPages() > kPages;
}

Result<void> ReviewFile::takeInLog()
{
    return guarded([&] { m_database->takeInLog(); });
}

Result<std::vector<std::string>> ReviewFile::checkIntegrity()
{
    return guarded([&] {
        std::vector<std::string> faults;
        Statement integrity = m_database->prepare("PRAGMA integrity_check(20)");
        while (integrity.step()) {
            if (integrity.text(0) != "ok") {
                faults.push_back("SQLite: " + std::string(integrity.text(0)) + ".");
            }
        }
        Statement foreign = m_database->prepare("PRAGMA foreign_key_check");
        while (foreign.step() && faults.size() < 20) {
            faults.push_back("A row of " + std::string(foreign.text(0)) + " refers to a missing row of " +
                             std::string(foreign.text(2)) + ".");
        }
        return faults;
    });
}

Result<void> ReviewFile::copyTo(const fs::path &target)
{
    std::error_code ignored;
    if (fs::exists(fs::symlink_status(target, ignored))) {
        return Error{ErrorCode::AlreadyExists,
                     target.string() + " exists already and is left as it is. Choose another name.",
                     {},
                     target.string()};
    }
    const fs::path part = withSuffix(target, (".part" + std::to_string(getpid())).c_str());
    const auto copied = guarded([&] {
        Database copy(part, OpenMode::Create);
        // For those who may read the review, before there is anything in it.
        fs::permissions(part, fs::status(m_path, ignored).permissions() | fs::perms::owner_write, ignored);
        copy.execute("PRAGMA synchronous=OFF");
        copy.takeOver(*m_database);
    });
    auto moved = copied ? moveIntoPlace(part, target) : withPath(copied.error(), target);
    if (!moved) {
        fs::remove(part, ignored);
        fs::remove(withSuffix(part, "-journal"), ignored);
    }
    return moved;
}

Result<void> ReviewFile::replaceBy(ReviewFile &other)
{
    return guarded([&] {
        m_database->requireWritable();
        m_database->takeOver(*other.m_database);
        m_database->requireLog();
        migrate(*m_database, m_path);
        m_info = readInfo(*m_database);
    });
}

Result<Extent> ReviewFile::extent()
{
    return guarded([&] {
        Statement select =
            m_database->prepare("SELECT (SELECT max(id) FROM event), (SELECT max(id) FROM record), "
                                "(SELECT max(id) FROM search)");
        select.step();
        return Extent{select.integer(0), select.integer(1), select.integer(2)};
    });
}

} // namespace winnow::store
