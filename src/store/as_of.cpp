#include "store/as_of.h"

#include "store/cache.h"
#include "store/database.h"

namespace winnow::store {

void showAsOf(Database &database, const LogEnd &end)
{
    // Tables of the connection's own stand before those of the file that have the same name.
    database.execute("PRAGMA temp_store=MEMORY; "
                     "CREATE TEMP TABLE event AS SELECT * FROM main.event WHERE 0");
    const auto *time = std::get_if<std::string>(&end);
    Statement copy = database.prepare(
        time != nullptr ? "INSERT INTO temp.event SELECT * FROM main.event WHERE at_utc <= ?1"
                        : "INSERT INTO temp.event SELECT * FROM main.event WHERE id < ?1");
    if (time != nullptr) {
        copy.bind(1, std::string_view(*time));
    } else {
        copy.bind(1, std::get<EventId>(end).value);
    }
    copy.run();
    database.execute(
        "CREATE UNIQUE INDEX temp.event_id_then ON event(id);"
        "CREATE INDEX temp.event_subject_then ON event(subject_kind, subject);"
        "CREATE INDEX temp.event_kind_then ON event(kind) WHERE kind <> 'decision';"
        "CREATE INDEX temp.event_retracts_then ON event(retracts) WHERE retracts IS NOT NULL;"
        "CREATE TEMP TABLE import AS SELECT * FROM main.import;"
        "CREATE UNIQUE INDEX temp.import_id_then ON import(id);"
        "CREATE INDEX temp.import_search_then ON import(search_id);"
        "CREATE TEMP TABLE duplicate(record_id INTEGER PRIMARY KEY, kept_id INTEGER NOT NULL, "
        "tier TEXT NOT NULL, rule TEXT NOT NULL);"
        "CREATE INDEX temp.duplicate_kept_then ON duplicate(kept_id);"
        "CREATE TEMP TABLE kept_apart(a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b)) "
        "WITHOUT ROWID;"
        "CREATE TEMP TABLE field_choice(record_id INTEGER NOT NULL, field TEXT NOT NULL, "
        "event_id INTEGER NOT NULL, PRIMARY KEY (record_id, field)) WITHOUT ROWID;"
        "CREATE TEMP TABLE inherited(record_id INTEGER PRIMARY KEY, heir_id INTEGER NOT NULL);"
        "CREATE INDEX temp.inherited_heir_then ON inherited(heir_id);"
        "CREATE TEMP TABLE decision(record_id INTEGER NOT NULL, stage TEXT NOT NULL, "
        "reviewer TEXT NOT NULL, verdict TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, "
        "at_utc TEXT NOT NULL, event_id INTEGER NOT NULL, PRIMARY KEY (record_id, stage, reviewer)) "
        "WITHOUT ROWID;");
    std::vector<std::int64_t> imports;
    Statement select = database.prepare("SELECT id FROM import");
    while (select.step()) {
        imports.push_back(select.integer(0));
    }
    for (const std::int64_t import : imports) {
        refreshImport(database, {import});
    }
    refreshAll(database);
}

} // namespace winnow::store
