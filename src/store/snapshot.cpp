#include "store/snapshot.h"

#include "store/database.h"

#include <sqlite3.h>

namespace winnow::store {

Snapshot::Snapshot(Database &database)
    : m_database(database)
    , m_isOpen(!database.isInTransaction())
{
    if (m_isOpen) {
        sqlite3_exec(m_database.handle(), "BEGIN", nullptr, nullptr, nullptr);
    }
}

Snapshot::~Snapshot()
{
    if (m_isOpen && m_database.isInTransaction()) {
        sqlite3_exec(m_database.handle(), "COMMIT", nullptr, nullptr, nullptr);
    }
}

} // namespace winnow::store
