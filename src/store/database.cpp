#include "store/database.h"

#include "store/statement_cache.h"

#include <sqlite3.h>

#include <array>
#include <cerrno>
#include <utility>

namespace winnow::store {

namespace {

constexpr int kBusyTimeoutMs = 3000;

constexpr const char *kDiskIsFull =
    "The disk is full. The review is as it was before; free some space and try again.";

struct Meaning
{
    int code;
    ErrorCode error;
    const char *message;
};

constexpr std::array kMeanings{
    Meaning{SQLITE_BUSY,
            ErrorCode::Busy,
            "Another program is changing this review just now. Nothing was changed here; try again when it "
            "has finished."},
    Meaning{SQLITE_LOCKED,
            ErrorCode::Busy,
            "Another part of this program is changing the review just now. Nothing was changed; try again in "
            "a moment."},
    Meaning{SQLITE_FULL, ErrorCode::Unwritable, kDiskIsFull},
    Meaning{SQLITE_READONLY,
            ErrorCode::Unwritable,
            "The review file may not be written. Check its permissions, or copy it to a folder of your own."},
    Meaning{SQLITE_IOERR,
            ErrorCode::Unwritable,
            "Reading or writing the review file failed; the review is as it was before. Check the disk and "
            "try again."},
    Meaning{SQLITE_CANTOPEN,
            ErrorCode::Unreadable,
            "The review file cannot be opened. Check that it exists, and that you may read it and write in "
            "its folder."},
    Meaning{SQLITE_PERM, ErrorCode::Unreadable, "You may not open the review file. Check its permissions."},
    Meaning{SQLITE_NOTADB,
            ErrorCode::WrongFormat,
            "This is not a Winnow review. Choose a file made by 'winnow init'."},
    Meaning{SQLITE_CORRUPT,
            ErrorCode::WrongFormat,
            "The review file is damaged. Keep it as it is; 'winnow backup list REVIEW' names its backups, "
            "and 'winnow "
            "backup restore REVIEW FILE' goes back to one of them."},
    Meaning{
        SQLITE_NOMEM, ErrorCode::Internal, "There is not enough memory. Close other programs and try again."},
};

/// What the system said, where SQLite itself knows no more than that reading or writing failed.
const char *systemMeaning(int systemCode)
{
    switch (systemCode) {
    case ENOSPC:
        return kDiskIsFull;
    case EDQUOT:
        return "Your share of this disk is used up. The review is as it was before; free some space and try "
               "again.";
    case EFBIG:
        return "The review file may not become any larger on this disk. The review is as it was before; copy "
               "it "
               "to another disk and go on there.";
    default:
        return nullptr;
    }
}

/// What failed is the WAL, most often, for it is what is written to; else the file.
int systemCode(sqlite3 *database)
{
    sqlite3_file *wal = nullptr;
    int code = 0;
    sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void *>(&wal));
    if (wal != nullptr && wal->pMethods != nullptr) {
        wal->pMethods->xFileControl(wal, SQLITE_FCNTL_LAST_ERRNO, &code);
    }
    if (code == 0) {
        sqlite3_file_control(database, "main", SQLITE_FCNTL_LAST_ERRNO, &code);
    }
    return code;
}

/// A path as an SQLite URI; see https://sqlite.org/uri.html.
std::string uriOf(const std::filesystem::path &path, const std::string &options)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : path.string()) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            uri += {'%', kDigits[byte >> 4U], kDigits[byte & 0xFU]};
        } else {
            uri += c;
        }
    }
    return uri + "?" + options;
}

struct Opening
{
    std::string name;
    int flags = 0;
};

Opening openingOf(const std::filesystem::path &path, OpenMode mode)
{
    constexpr int kReading = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    switch (mode) {
    case OpenMode::ReadWrite:
        return {path.string(), SQLITE_OPEN_READWRITE};
    case OpenMode::Create:
        return {path.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    case OpenMode::ReadOnly:
        return {uriOf(path, "mode=ro"), kReading};
    case OpenMode::ReadFixed:
        return {uriOf(path, "mode=ro&immutable=1"), kReading};
    case OpenMode::ReadFixedWal:
        return {uriOf(path, "mode=ro&vfs=unix-none"), kReading};
    case OpenMode::Temporary:
        return {"", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE};
    }
    return {};
}

/// Whether SQLite locks a file that is opened in this way.
bool takesLocks(OpenMode mode)
{
    return mode == OpenMode::ReadWrite || mode == OpenMode::Create || mode == OpenMode::ReadOnly;
}

SqlError logIsGone()
{
    return SqlError(
        {ErrorCode::Unwritable,
         "The log beside the review (the file whose name ends in -wal) was taken away while the review was "
         "open. Nothing more is written, for it would be lost. Close the review, open it again and look at "
         "what was decided last: it may be missing.",
         {},
         {}});
}

[[noreturn]] void fail(sqlite3 *database, int code)
{
    throw SqlError(sqlError(database, code));
}

} // namespace

Error sqlError(sqlite3 *database, int code)
{
    const std::string detail = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
    if ((code & 0xFF) == SQLITE_IOERR && database != nullptr) {
        if (const char *message = systemMeaning(systemCode(database))) {
            return {ErrorCode::Unwritable, message, detail, {}};
        }
    }
    for (const Meaning &meaning : kMeanings) {
        if (meaning.code == (code & 0xFF)) {
            return {meaning.error, meaning.message, detail, {}};
        }
    }
    return {ErrorCode::Internal, "The review file refused that: " + detail + ".", detail, {}};
}

void Statement::GiveBack::operator()(sqlite3_stmt *statement) const
{
    cache->giveBack(statement);
}

Statement::Statement(sqlite3 *database, std::string_view sql)
    : Statement(database, std::make_shared<StatementCache>(database), sql)
{}

Statement::Statement(sqlite3 *database, std::shared_ptr<StatementCache> cache, std::string_view sql)
    : m_database(database)
    , m_statement(nullptr, GiveBack{std::move(cache)})
{
    m_statement.reset(m_statement.get_deleter().cache->take(sql));
    if (!m_statement) {
        fail(database, sqlite3_extended_errcode(database));
    }
}

Statement &Statement::bind(int parameter, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), parameter, value);
    return *this;
}

Statement &Statement::bind(int parameter, std::string_view text)
{
    const char *data = text.data() != nullptr ? text.data() : "";
    const int code =
        sqlite3_bind_text64(m_statement.get(), parameter, data, text.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) {
        fail(m_database, code);
    }
    return *this;
}

Statement &Statement::bind(int parameter, std::optional<std::int64_t> value)
{
    if (value) {
        return bind(parameter, *value);
    }
    sqlite3_bind_null(m_statement.get(), parameter);
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE) {
        const Error error = sqlError(m_database, code);
        sqlite3_reset(m_statement.get());
        throw SqlError(error);
    }
    return code == SQLITE_ROW;
}

void Statement::run()
{
    while (step()) {
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement.get());
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement.get(), column);
}

std::string_view Statement::text(int column) const
{
    const auto *data = reinterpret_cast<const char *>(sqlite3_column_text(m_statement.get(), column));
    if (data == nullptr) {
        return {};
    }
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement.get(), column))};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement.get(), column) == SQLITE_NULL;
}

std::optional<std::int64_t> Statement::optionalInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

void Database::Close::operator()(sqlite3 *database) const
{
    sqlite3_close_v2(database);
}

Database::Database(const std::filesystem::path &path, OpenMode mode)
{
    // SQLite would read the new log by the index of the old one, which it shares within a process.
    if (mode != OpenMode::Temporary && hasLostWhatIsBeside(path)) {
        throw logIsGone();
    }
    const Opening opening = openingOf(path, mode);
    sqlite3 *handle = nullptr;
    const int code =
        sqlite3_open_v2(opening.name.c_str(), &handle, opening.flags | SQLITE_OPEN_NOMUTEX, nullptr);
    m_handle.reset(handle);
    if (code != SQLITE_OK) {
        fail(handle, code);
    }
    if (takesLocks(mode)) {
        m_held = std::make_unique<HeldFiles>(
            std::vector<std::filesystem::path>{sqlite3_db_filename(handle, "main")});
    }
    m_statements = std::make_shared<StatementCache>(handle);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, kBusyTimeoutMs);
    // A hostile file must not make us run functions or views of its own making with side effects.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (mode == OpenMode::ReadFixedWal) {
        // Keeps the index of the WAL in memory; the usual one is a file that could not be made.
        execute("PRAGMA locking_mode=EXCLUSIVE");
    }
    m_isReadOnly =
        mode == OpenMode::ReadOnly || mode == OpenMode::ReadFixed || mode == OpenMode::ReadFixedWal;
}

Database::~Database()
{
    if (hasLostLog()) {
        // Others have written by another log since; pages of this one would overwrite theirs.
        sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
}

void Database::watchLog()
{
    // SQLite opens the log when it reads for the first time; nobody may delete it from then on.
    prepare("PRAGMA schema_version").step();
    const std::string file = sqlite3_db_filename(m_handle.get(), "main");
    m_held =
        std::make_unique<HeldFiles>(std::vector<std::filesystem::path>{file, file + "-wal", file + "-shm"});
}

void Database::leaveLog()
{
    const auto note = [](void *database, sqlite3 * /*handle*/, const char * /*name*/, int pages) {
        static_cast<Database *>(database)->m_logPages = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(m_handle.get(), note, this); // takes the place of the hook that takes in the log
}

void Database::takeInLog()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_handle.get(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        fail(m_handle.get(), code);
    }
}

void Database::execute(const std::string &sql)
{
    const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        fail(m_handle.get(), code);
    }
}

Statement Database::prepare(std::string_view sql)
{
    return {m_handle.get(), m_statements, sql};
}

std::int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

bool Database::isInTransaction() const
{
    return sqlite3_get_autocommit(m_handle.get()) == 0;
}

void Database::requireWritable() const
{
    if (m_isReadOnly) {
        throw SqlError(
            {ErrorCode::Unwritable,
             "This review can only be read, because its file or its folder may not be written. Nothing "
             "was changed; copy it to a folder of your own to work on it.",
             {},
             {}});
    }
    if (hasMoved()) {
        throw SqlError(
            {ErrorCode::Unwritable,
             "The review file was moved, deleted or replaced while it was open. Nothing was written; "
             "put it back or open the review where it is now, and try again.",
             {},
             {}});
    }
    requireLog();
}

void Database::requireLog() const
{
    if (hasLostLog()) {
        throw logIsGone();
    }
}

bool Database::hasMoved() const
{
    int hasMoved = 0;
    sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved);
    return hasMoved != 0;
}

/// A file that was moved without its log still gets what the log holds when it is closed.
bool Database::hasLostLog() const
{
    return m_held && m_handle && !hasMoved() && !m_held->areInPlace();
}

void Database::takeOver(Database &source)
{
    sqlite3_backup *backup = sqlite3_backup_init(m_handle.get(), "main", source.handle(), "main");
    if (backup == nullptr) {
        fail(m_handle.get(), sqlite3_errcode(m_handle.get()));
    }
    // In one step, so that the copy is the state of one moment. A WAL keeps the others writing meanwhile.
    const int stepped = sqlite3_backup_step(backup, -1);
    const int finished = sqlite3_backup_finish(backup);
    if (stepped != SQLITE_DONE || finished != SQLITE_OK) {
        throw SqlError(sqlError(nullptr, stepped != SQLITE_DONE ? stepped : finished));
    }
}

Transaction::Transaction(Database &database)
    : m_database(database)
    , m_isOpen(!database.isInTransaction())
{
    m_database.requireWritable();
    if (m_isOpen) {
        m_database.execute("BEGIN IMMEDIATE");
    }
}

Transaction::~Transaction()
{
    if (m_isOpen && m_database.isInTransaction()) {
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

void Transaction::commit()
{
    if (m_isOpen) {
        m_database.requireWritable();
        m_database.execute("COMMIT");
        m_isOpen = false;
        m_database.requireLog();
    }
}

} // namespace winnow::store
