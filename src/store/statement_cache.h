#pragma once

#include <memory>
#include <string_view>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace winnow::store {

/// Statements that were prepared and are not in use, so that what is asked for again and again, as with each
/// decision, is prepared once. Of one connection, for one thread at a time.
class StatementCache
{
public:
    explicit StatementCache(sqlite3 *database)
        : m_database(database)
    {}

    ~StatementCache();
    StatementCache(const StatementCache &) = delete;
    StatementCache &operator=(const StatementCache &) = delete;

    /// Ready for values; nullptr where SQLite refuses the text, whose reason it then has.
    [[nodiscard]] sqlite3_stmt *take(std::string_view sql);

    /// Keeps a statement that is done with.
    void giveBack(sqlite3_stmt *statement);

private:
    sqlite3 *m_database;
    std::vector<sqlite3_stmt *> m_unused; ///< those used last come last
};

} // namespace winnow::store
