#pragma once

#include "base/held_files.h"
#include "base/result.h"

#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace winnow::store {

class StatementCache;

/// What SQLite said, as an Error. Thrown only inside store/; guarded() turns it into a Result at the border.
class SqlError : public std::exception
{
public:
    explicit SqlError(Error error)
        : m_error(std::move(error))
    {}

    [[nodiscard]] const Error &error() const { return m_error; }

    [[nodiscard]] const char *what() const noexcept override { return m_error.message.c_str(); }

private:
    Error m_error;
};

/// A prepared statement. Text passed to bind() must live until step() is done.
class Statement
{
public:
    Statement(sqlite3 *database, std::string_view sql);
    Statement(sqlite3 *database, std::shared_ptr<StatementCache> cache, std::string_view sql);

    Statement &bind(int parameter, std::int64_t value);
    Statement &bind(int parameter, std::string_view text);
    Statement &bind(int parameter, std::optional<std::int64_t> value);

    /// True while there is a row to read.
    bool step();

    /// Runs to the end and makes the statement ready for new values.
    void run();

    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string_view text(int column) const; ///< valid until the next step()
    [[nodiscard]] bool isNull(int column) const;

    /// The integer, or nothing where the column is NULL.
    [[nodiscard]] std::optional<std::int64_t> optionalInteger(int column) const;

private:
    struct GiveBack
    {
        std::shared_ptr<StatementCache> cache;
        void operator()(sqlite3_stmt *statement) const;
    };

    sqlite3 *m_database;
    std::unique_ptr<sqlite3_stmt, GiveBack> m_statement;
};

enum class OpenMode {
    ReadWrite,
    Create,
    ReadOnly,  ///< beside programs that may be writing
    ReadFixed, ///< a file that nobody writes and whose folder may not be written; what its WAL holds is not
               ///< seen
    ReadFixedWal, ///< the same with what its WAL holds
    Temporary,    ///< no file: a database of this connection alone; the path does not matter
};

/// A connection to one SQLite file.
class Database
{
public:
    Database(const std::filesystem::path &path, OpenMode mode);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// From now on nothing is written once the log beside the file was taken away; to be called when the file
    /// is in WAL mode.
    void watchLog();

    /// From now on a commit never stops to take the log into the file, which may take a tenth of a second:
    /// others call takeInLog() where logPages() became many.
    void leaveLog();

    /// How long the log was at the last commit, in pages of 4 KB; 0 before leaveLog().
    [[nodiscard]] int logPages() const { return m_logPages; }

    /// Takes the log into the file as far as nobody reads what is older, and keeps nobody waiting meanwhile.
    void takeInLog();

    void execute(const std::string &sql);
    [[nodiscard]] Statement prepare(std::string_view sql);
    [[nodiscard]] std::int64_t lastInsertId() const;
    [[nodiscard]] bool isInTransaction() const;

    /// From now on every transaction is refused.
    void forbidWriting() { m_isReadOnly = true; }

    [[nodiscard]] bool isReadOnly() const { return m_isReadOnly; }

    /// Throws unless what is written would be found again: the file may be written, and it and its log still
    /// have their names.
    void requireWritable() const;

    /// Makes this database the same as `source`, page by page, as one transaction. Others may write to
    /// `source` meanwhile; what they add is left out.
    void takeOver(Database &source);

    /// Throws where the log was taken away: what was written last may be lost.
    void requireLog() const;

    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

private:
    struct Close
    {
        void operator()(sqlite3 *database) const;
    };

    [[nodiscard]] bool hasMoved() const;
    [[nodiscard]] bool hasLostLog() const;

    std::unique_ptr<HeldFiles> m_held; // until the file is closed
    std::unique_ptr<sqlite3, Close> m_handle;
    std::shared_ptr<StatementCache> m_statements;
    bool m_isReadOnly = false;
    int m_logPages = 0;
};

/// Holds the write lock from begin to commit(); rolls back when it goes without. Inside another transaction
/// it does nothing.
class Transaction
{
public:
    explicit Transaction(Database &database);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    void commit();

private:
    Database &m_database;
    bool m_isOpen;
};

/// The error for what SQLite last reported on a connection (nullptr: out of memory).
[[nodiscard]] Error sqlError(sqlite3 *database, int code);

/// Runs `work` and turns a SqlError into the error of a Result.
template <class Work>
auto guarded(Work &&work) -> Result<decltype(work())>
{
    try {
        if constexpr (std::is_void_v<decltype(work())>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const SqlError &failure) {
        return failure.error();
    }
}

} // namespace winnow::store
