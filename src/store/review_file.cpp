#include "store/review_file.h"

#include "base/file.h"
#include "store/database.h"
#include "store/schema.h"

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

/// Brings an older review to the current schema, one numbered script after another.
void migrate(Database &database, const fs::path &path)
{
    const auto version = static_cast<std::size_t>(pragma(database, "user_version"));
    const auto scripts = schemaScripts();
    if (version > scripts.size()) {
        throw SqlError({ErrorCode::TooNew,
                        path.string() + " was made by a newer version of Winnow. Install the newest version "
                                        "to open it; the review is "
                                        "unchanged.",
                        {},
                        path.string()});
    }
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
    if (auto file = openForReading(path); !file) {
        return std::move(file).error();
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
    if (!opened) {
        const bool isForeign = opened.error().code == ErrorCode::WrongFormat &&
                               opened.error().where.empty() &&
                               opened.error().detail.find("not a database") != std::string::npos;
        return isForeign ? notAReview(path) : withPath(opened.error(), path);
    }
    return opened;
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

} // namespace winnow::store
