#include "store/asreview_state.h"

#include "store/database.h"

#include <sqlite3.h>

#include <memory>

namespace winnow::store {

namespace {

struct Close
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};

using Handle = std::unique_ptr<sqlite3, Close>;

Error unreadable(const char *what)
{
    return {ErrorCode::WrongFormat,
            std::string("The ASReview project cannot be read: ") + what +
                ". Open it once in ASReview and export it again, or export its data set as CSV.",
            {},
            {}};
}

/// A database in memory over a copy of `bytes`, which must live as long. Nothing in it is trusted to run.
Handle openBytes(std::string &bytes)
{
    constexpr std::size_t kHeaderBytes = 100;
    if (bytes.size() < kHeaderBytes) {
        throw SqlError(unreadable("its list of labels is damaged"));
    }
    // A database that was left in WAL mode says so in two bytes of its header, and could not be opened in
    // memory.
    constexpr std::size_t kWriteVersion = 18;
    bytes[kWriteVersion] = 1;
    bytes[kWriteVersion + 1] = 1;
    sqlite3 *raw = nullptr;
    sqlite3_open(":memory:", &raw);
    Handle handle(raw);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    auto *data = reinterpret_cast<unsigned char *>(bytes.data()); // NOLINT: SQLite's type for bytes
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(raw, "main", data, size, size, SQLITE_DESERIALIZE_READONLY) != SQLITE_OK) {
        throw SqlError(unreadable("its list of labels is damaged"));
    }
    return handle;
}

bool hasColumn(sqlite3 *database, std::string_view table, std::string_view column)
{
    Statement select(database, "SELECT 1 FROM pragma_table_info(?1) WHERE name = ?2");
    return select.bind(1, table).bind(2, column).step();
}

/// What row of the data set a record is; from version 2 on the project says so.
std::map<std::int64_t, std::int64_t> rowsOf(const std::string &records)
{
    std::map<std::int64_t, std::int64_t> rows;
    if (records.empty()) {
        return rows;
    }
    std::string copy = records;
    const Handle database = openBytes(copy);
    if (hasColumn(database.get(), "record", "dataset_row")) {
        Statement select(database.get(), "SELECT record_id, dataset_row FROM record");
        while (select.step()) {
            rows[select.integer(0)] = select.integer(1);
        }
    }
    return rows;
}

} // namespace

Result<AsreviewLabels> readAsreviewLabels(const std::string &results, const std::string &records)
{
    return guarded([&] {
        std::string copy = results;
        const Handle database = openBytes(copy);
        if (!hasColumn(database.get(), "results", "record_id") ||
            !hasColumn(database.get(), "results", "label")) {
            throw SqlError(unreadable("it has no list of labels"));
        }
        const std::map<std::int64_t, std::int64_t> rows = rowsOf(records);
        const char *const note = hasColumn(database.get(), "results", "note")    ? "note"
                                 : hasColumn(database.get(), "results", "notes") ? "notes"
                                                                                 : "NULL";
        Statement select(database.get(),
                         std::string("SELECT record_id, label, ") + note +
                             " FROM results WHERE label IN (0, 1)");
        AsreviewLabels labels;
        while (select.step()) {
            const auto row = rows.find(select.integer(0));
            const std::int64_t number = row == rows.end() ? select.integer(0) : row->second;
            labels[number] = {select.integer(1) == 1, std::string(select.text(2))};
        }
        return labels;
    });
}

} // namespace winnow::store
