#include "store/statement_cache.h"

#include <sqlite3.h>

#include <algorithm>

namespace winnow::store {

namespace {

/// More than any one task prepares.
constexpr std::size_t kMostUnused = 64;

} // namespace

StatementCache::~StatementCache()
{
    for (sqlite3_stmt *statement : m_unused) {
        sqlite3_finalize(statement);
    }
}

sqlite3_stmt *StatementCache::take(std::string_view sql)
{
    const auto known = std::ranges::find(
        m_unused, sql, [](sqlite3_stmt *one) { return std::string_view(sqlite3_sql(one)); });
    if (known != m_unused.end()) {
        sqlite3_stmt *statement = *known;
        m_unused.erase(known);
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(
        m_database, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return statement;
}

void StatementCache::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (m_unused.size() == kMostUnused) {
        sqlite3_finalize(m_unused.front());
        m_unused.erase(m_unused.begin());
    }
    m_unused.push_back(statement);
}

} // namespace winnow::store
