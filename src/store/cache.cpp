#include "store/cache.h"

#include "store/database.h"
#include "store/event_detail.h"

namespace winnow::store {

namespace {

void writeDuplicates(Database &database, const Judged &judged)
{
    database.execute(
        "DELETE FROM duplicate; DELETE FROM kept_apart; DELETE FROM field_choice; DELETE FROM inherited");
    Statement duplicate =
        database.prepare("INSERT INTO duplicate(record_id, kept_id, tier, rule) VALUES (?1, ?2, ?3, ?4)");
    for (const auto &[record, link] : judged.duplicates) {
        duplicate.bind(1, record.value).bind(2, link.kept.value).bind(3, link.tier).bind(4, link.rule).run();
    }
    Statement apart = database.prepare("INSERT INTO kept_apart(a, b) VALUES (?1, ?2)");
    for (const auto &[a, b] : judged.keptApart) {
        apart.bind(1, a.value).bind(2, b.value).run();
    }
    Statement choice =
        database.prepare("INSERT INTO field_choice(record_id, field, event_id) VALUES (?1, ?2, ?3)");
    for (const auto &[place, event] : judged.fieldChoices) {
        choice.bind(1, place.first.value).bind(2, place.second).bind(3, event.value).run();
    }
    Statement inherited = database.prepare("INSERT INTO inherited(record_id, heir_id) VALUES (?1, ?2)");
    for (const auto &[record, heir] : judged.inherited) {
        inherited.bind(1, record.value).bind(2, heir.value).run();
    }
}

void readDecisions(Database &database, Judged &judged)
{
    Statement select =
        database.prepare("SELECT record_id, stage, reviewer, verdict, reason, note, at_utc FROM decision");
    while (select.step()) {
        Decision decision{{select.integer(0)},
                          stageFromString(select.text(1)).value_or(Stage::TitleAbstract),
                          std::string(select.text(2)),
                          verdictFromString(select.text(3)).value_or(Verdict::Maybe),
                          std::string(select.text(4)),
                          std::string(select.text(5)),
                          std::string(select.text(6))};
        judged.decisions.insert_or_assign({decision.record, decision.stage, decision.reviewer}, decision);
    }
}

} // namespace

Event readEvent(const Statement &row)
{
    Event event{{row.integer(0)},
                std::string(row.text(1)),
                row.integer(2),
                std::string(row.text(3)),
                std::string(row.text(4)),
                eventKindFromString(row.text(5)).value_or(EventKind::Retraction),
                std::string(row.text(6)),
                std::string(row.text(7)),
                row.integer(8),
                std::string(row.text(9)),
                std::string(row.text(10)),
                std::string(row.text(11)),
                {},
                std::string(row.text(13)),
                row.integer(14)};
    if (const auto retracts = row.optionalInteger(12)) {
        event.retracts = EventId{*retracts};
    }
    return event;
}

void refreshDecision(Database &database, const Event &about)
{
    // The plus keeps SQLite from searching all that the reviewer ever said for what was said of this record.
    Statement last =
        database.prepare("SELECT " + std::string(kEventColumns) +
                         " FROM event WHERE subject_kind = 'record' AND subject = ?1 AND kind = 'decision' "
                         "AND stage = ?2 AND +reviewer = ?3 AND " +
                         std::string(kIsLive) + " ORDER BY event.clock DESC, event.uuid DESC LIMIT 1");
    last.bind(1, about.subject).bind(2, about.stage).bind(3, about.reviewer);
    if (!last.step()) {
        Statement remove =
            database.prepare("DELETE FROM decision WHERE record_id = ?1 AND stage = ?2 AND reviewer = ?3");
        remove.bind(1, about.subject).bind(2, about.stage).bind(3, about.reviewer).run();
        return;
    }
    const Event event = readEvent(last);
    const std::string note = noteDetail(event.detail);
    Statement put = database.prepare(
        "INSERT INTO decision(record_id, stage, reviewer, verdict, reason, note, at_utc, event_id) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT DO UPDATE SET verdict = excluded.verdict, "
        "reason = excluded.reason, note = excluded.note, at_utc = excluded.at_utc, event_id = "
        "excluded.event_id");
    put.bind(1, event.subject)
        .bind(2, event.stage)
        .bind(3, event.reviewer)
        .bind(4, event.verdict)
        .bind(5, event.reason)
        .bind(6, note)
        .bind(7, event.atUtc)
        .bind(8, event.id.value)
        .run();
}

void refreshImport(Database &database, ImportId import)
{
    Statement update = database.prepare("UPDATE import SET is_live = EXISTS (SELECT 1 FROM event WHERE "
                                        "subject_kind = 'import' AND subject = ?1 "
                                        "AND kind = 'import' AND " +
                                        std::string(kIsLive) + ") WHERE id = ?1");
    update.bind(1, import.value).run();
}

void refreshDuplicates(Database &database)
{
    std::vector<Event> events;
    Statement select =
        database.prepare("SELECT " + std::string(kEventColumns) +
                         " FROM event WHERE kind <> 'decision' AND kind IN ('duplicates-merged', "
                         "'duplicate-split', 'records-kept-apart', 'field-chosen', 'import') AND " +
                         std::string(kIsLive) + std::string(kInOrder));
    while (select.step()) {
        events.push_back(readEvent(select));
    }
    writeDuplicates(database, fold(events, importRanges(database)));
}

void refreshAll(Database &database)
{
    refreshDuplicates(database);
    database.execute("DELETE FROM decision");
    Statement last = database.prepare(
        "INSERT INTO decision(record_id, stage, reviewer, verdict, reason, note, at_utc, event_id) "
        "SELECT subject, stage, reviewer, verdict, reason, ?1, at_utc, id FROM event WHERE id = ?2");
    std::vector<std::pair<std::int64_t, std::string>> newest;
    Statement select =
        database.prepare("SELECT id, detail_json FROM (SELECT *, row_number() OVER (PARTITION BY subject, "
                         "stage, reviewer ORDER BY clock DESC, uuid DESC) AS place FROM event WHERE kind = "
                         "'decision' AND subject_kind = 'record' AND " +
                         std::string(kIsLive) + ") WHERE place = 1");
    while (select.step()) {
        newest.emplace_back(select.integer(0), noteDetail(select.text(1)));
    }
    for (const auto &[id, note] : newest) {
        last.bind(1, note).bind(2, id).run();
    }
}

std::vector<ImportRange> importRanges(Database &database)
{
    std::vector<ImportRange> ranges;
    Statement select = database.prepare("SELECT import_id, min(id), max(id) FROM record GROUP BY import_id");
    while (select.step()) {
        ranges.push_back({{select.integer(0)}, {select.integer(1)}, {select.integer(2)}});
    }
    return ranges;
}

Judged readCache(Database &database)
{
    Judged judged;
    readDecisions(database, judged);
    Statement duplicates = database.prepare("SELECT record_id, kept_id, tier, rule FROM duplicate");
    while (duplicates.step()) {
        judged.duplicates[{duplicates.integer(0)}] = {
            {duplicates.integer(1)}, std::string(duplicates.text(2)), std::string(duplicates.text(3))};
    }
    Statement apart = database.prepare("SELECT a, b FROM kept_apart");
    while (apart.step()) {
        judged.keptApart.emplace(RecordId{apart.integer(0)}, RecordId{apart.integer(1)});
    }
    Statement choices = database.prepare("SELECT record_id, field, event_id FROM field_choice");
    while (choices.step()) {
        judged.fieldChoices.emplace(std::pair(RecordId{choices.integer(0)}, std::string(choices.text(1))),
                                    EventId{choices.integer(2)});
    }
    Statement inherited = database.prepare("SELECT record_id, heir_id FROM inherited");
    while (inherited.step()) {
        judged.inherited.emplace(RecordId{inherited.integer(0)}, RecordId{inherited.integer(1)});
    }
    Statement live = database.prepare("SELECT id FROM import WHERE is_live = 1");
    while (live.step()) {
        judged.liveImports.insert({live.integer(0)});
    }
    return judged;
}

} // namespace winnow::store
