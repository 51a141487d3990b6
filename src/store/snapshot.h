#pragma once

namespace winnow::store {

class Database;

/// What is read on a connection while this lives is of one moment, whatever others write meanwhile. Inside a
/// transaction or another snapshot it does nothing. For reading only: what is written meanwhile may be
/// refused as Busy.
class Snapshot
{
public:
    explicit Snapshot(Database &database);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Database &m_database;
    bool m_isOpen;
};

} // namespace winnow::store
