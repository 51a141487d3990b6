#include "store/log.h"

#include "store/cache.h"
#include "store/database.h"
#include "store/review_file.h"

#include <algorithm>
#include <tuple>

namespace winnow::store {

namespace {

EventDraft draftOf(const Event &event)
{
    return {event.kind,
            event.stage,
            event.subjectKind,
            event.subject,
            event.verdict,
            event.reason,
            event.detail,
            event.reviewer};
}

std::vector<Event> readAll(Statement &select)
{
    std::vector<Event> events;
    while (select.step()) {
        events.push_back(readEvent(select));
    }
    return events;
}

std::vector<Event> eventsOf(Database &database, std::int64_t op)
{
    Statement select =
        database.prepare("SELECT " + std::string(kEventColumns) + " FROM event WHERE op = ?1 ORDER BY id");
    select.bind(1, op);
    return readAll(select);
}

/// What of an act still holds: an import can be undone alone.
std::vector<Event> liveEventsOf(Database &database, std::int64_t op)
{
    Statement select =
        database.prepare("SELECT " + std::string(kEventColumns) + " FROM event WHERE op = ?1 AND " +
                         std::string(kIsLive) + " ORDER BY id");
    select.bind(1, op);
    return readAll(select);
}

std::vector<Event> retractedBy(Database &database, std::int64_t undo)
{
    Statement select =
        database.prepare("SELECT " + std::string(kEventColumns) +
                         " FROM event WHERE id IN (SELECT retracts FROM event WHERE op = ?1) ORDER BY id");
    select.bind(1, undo);
    return readAll(select);
}

/// The act says what sources of full texts answered.
constexpr std::string_view kIsOfFinder =
    "EXISTS (SELECT 1 FROM event AS sought WHERE sought.op = event.op AND sought.kind = 'full-text-sought')";

/// The reviewer's newest act that still holds and is not itself an undo. What the finder of full texts did,
/// which goes on while people work, is not theirs. An act belongs to whom its first event names; the others
/// may say what other reviewers decided, where those decisions were imported.
std::optional<std::int64_t> lastLiveOp(Database &database, const std::string &reviewer)
{
    Statement select = database.prepare(
        "SELECT op FROM event WHERE reviewer = ?1 AND kind NOT IN ('retraction', 'ranking-computed') AND " +
        std::string(kIsLive) +
        " AND (SELECT first.reviewer FROM event AS first WHERE first.id = event.op) = ?1 "
        "AND NOT " +
        std::string(kIsOfFinder) + " ORDER BY event.clock DESC, event.uuid DESC LIMIT 1");
    select.bind(1, reviewer);
    return select.step() ? std::optional(select.integer(0)) : std::nullopt;
}

/// The undo that redo would take back: walks back over the tail of undos and redos, pairing them like
/// brackets.
std::optional<std::int64_t> undoToRedo(Database &database, const std::string &reviewer)
{
    Statement select =
        database.prepare("SELECT op, retracts IS NOT NULL, redoes IS NOT NULL FROM event "
                         "WHERE reviewer = ?1 AND id = op AND kind <> 'ranking-computed' AND NOT " +
                         std::string(kIsOfFinder) + " ORDER BY clock DESC, uuid DESC");
    select.bind(1, reviewer);
    std::int64_t redone = 0;
    while (select.step()) {
        const bool isUndo = select.integer(1) != 0;
        if (isUndo && redone == 0) {
            return select.integer(0);
        }
        if (isUndo) {
            --redone;
        } else if (select.integer(2) != 0) {
            ++redone;
        } else {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

template <class Map>
std::size_t differences(const Map &a, const Map &b)
{
    std::size_t count = 0;
    for (const auto &entry : a) {
        const auto found = b.find(entry.first);
        count += static_cast<std::size_t>(found == b.end() || !(found->second == entry.second));
    }
    return count + static_cast<std::size_t>(
                       std::ranges::count_if(b, [&](const auto &entry) { return !a.contains(entry.first); }));
}

} // namespace

Log::Log(ReviewFile &file, UuidSource &uuids)
    : m_file(file)
    , m_uuids(uuids)
{}

std::int64_t Log::write(
    const Act &act, const EventDraft &draft, std::int64_t op, const Event *retracted, const Event *redone)
{
    Database &database = *m_file.m_database;
    const std::string uuid = m_uuids.next();
    if (op == 0) {
        Statement next = database.prepare("SELECT coalesce(max(id), 0) + 1 FROM event");
        next.step();
        op = next.integer(0);
    }
    const auto idOf = [](const Event *event) {
        return event != nullptr ? std::optional(event->id.value) : std::nullopt;
    };
    Statement insert =
        database.prepare("INSERT INTO event(uuid, op, at_utc, reviewer, kind, stage, "
                         "subject_kind, subject, verdict, reason, detail_json, "
                         "retracts, redoes, app_version, clock) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
                         "?8, ?9, ?10, ?11, ?12, ?13, ?14, "
                         "(SELECT coalesce(max(clock), 0) + 1 FROM event))");
    insert.bind(1, uuid)
        .bind(2, op)
        .bind(3, act.atUtc)
        .bind(4, draft.reviewer.empty() ? act.reviewer : draft.reviewer)
        .bind(5, toString(draft.kind))
        .bind(6, draft.stage)
        .bind(7, draft.subjectKind)
        .bind(8, draft.subject)
        .bind(9, draft.verdict)
        .bind(10, draft.reason)
        .bind(11, draft.detail)
        .bind(12, idOf(retracted))
        .bind(13, idOf(redone))
        .bind(14, act.appVersion)
        .run();
    return op;
}

void Log::refresh(std::span<const Event> changed)
{
    Database &database = *m_file.m_database;
    bool concernsDuplicates = false;
    for (const Event &event : changed) {
        if (event.kind == EventKind::Decision) {
            refreshDecision(database, event);
        } else if (event.kind == EventKind::Import) {
            refreshImport(database, {event.subject});
            concernsDuplicates = true;
        } else if (event.kind == EventKind::DuplicatesMerged || event.kind == EventKind::DuplicateSplit ||
                   event.kind == EventKind::RecordsKeptApart || event.kind == EventKind::FieldChosen) {
            concernsDuplicates = true;
        }
    }
    if (concernsDuplicates) {
        refreshDuplicates(database);
    }
}

Result<void> Log::append(const Act &act, std::span<const EventDraft> drafts)
{
    return guarded([&] {
        Transaction transaction(*m_file.m_database);
        std::int64_t op = 0;
        for (const EventDraft &draft : drafts) {
            op = write(act, draft, op, nullptr, nullptr);
        }
        refresh(eventsOf(*m_file.m_database, op));
        transaction.commit();
    });
}

/// Appends what takes events back, as one act.
void Log::retract(const Act &act, std::span<const Event> events)
{
    std::int64_t op = 0;
    for (const Event &event : events) {
        EventDraft draft;
        draft.kind = EventKind::Retraction;
        draft.subjectKind = event.subjectKind;
        draft.subject = event.subject;
        op = write(act, draft, op, &event, nullptr);
    }
    refresh(events);
}

Result<std::vector<Event>> Log::undo(const Act &act)
{
    return guarded([&] {
        Transaction transaction(*m_file.m_database);
        std::vector<Event> undone;
        if (const auto target = lastLiveOp(*m_file.m_database, act.reviewer)) {
            undone = liveEventsOf(*m_file.m_database, *target);
            retract(act, undone);
        }
        transaction.commit();
        return undone;
    });
}

Result<std::vector<Event>> Log::undoImport(const Act &act, ImportId import)
{
    return guarded([&] {
        Transaction transaction(*m_file.m_database);
        Statement select = m_file.m_database->prepare(
            "SELECT " + std::string(kEventColumns) +
            " FROM event WHERE kind = 'import' AND subject = ?1 AND " + std::string(kIsLive));
        select.bind(1, import.value);
        std::vector<Event> undone = readAll(select);
        retract(act, undone);
        transaction.commit();
        return undone;
    });
}

Result<std::vector<Event>> Log::redo(const Act &act)
{
    return guarded([&] {
        Transaction transaction(*m_file.m_database);
        std::vector<Event> redone;
        if (const auto target = undoToRedo(*m_file.m_database, act.reviewer)) {
            redone = retractedBy(*m_file.m_database, *target);
            std::int64_t op = 0;
            for (const Event &event : redone) {
                op = write(act, draftOf(event), op, nullptr, &event);
            }
            refresh(redone);
        }
        transaction.commit();
        return redone;
    });
}

Result<std::vector<Event>> Log::events(std::optional<RecordId> subject, std::optional<std::int64_t> limit)
{
    return guarded([&] {
        std::string sql = "SELECT " + std::string(kEventColumns) + " FROM event";
        if (subject) {
            sql += " WHERE (subject_kind = 'record' AND subject = ?1)";
        }
        Statement select = m_file.m_database->prepare(sql + " ORDER BY id DESC LIMIT ?2");
        if (subject) {
            select.bind(1, subject->value);
        }
        select.bind(2, limit.value_or(-1));
        std::vector<Event> events = readAll(select);
        std::ranges::reverse(events);
        return events;
    });
}

Result<std::vector<Event>> Log::live(EventKind kind)
{
    return guarded([&] {
        // The index on kinds leaves decisions out.
        const char *const indexed = kind == EventKind::Decision ? "" : "kind <> 'decision' AND ";
        Statement select = m_file.m_database->prepare("SELECT " + std::string(kEventColumns) +
                                                      " FROM event WHERE kind = ?1 AND " + indexed +
                                                      std::string(kIsLive) + std::string(kInOrder));
        select.bind(1, toString(kind));
        return readAll(select);
    });
}

Result<std::vector<Event>> Log::live(EventKind kind, std::span<const RecordId> records)
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare(
            "SELECT " + std::string(kEventColumns) +
            " FROM event WHERE subject_kind = 'record' AND subject = ?1 AND kind = ?2 AND " +
            std::string(kIsLive));
        std::vector<Event> events;
        for (const RecordId record : records) {
            select.bind(1, record.value).bind(2, toString(kind));
            while (select.step()) {
                events.push_back(readEvent(select));
            }
            select.reset();
        }
        std::ranges::sort(events, {}, [](const Event &event) { return std::tie(event.clock, event.uuid); });
        return events;
    });
}

Result<std::vector<std::string>> Log::checkFold()
{
    return guarded([&] {
        Statement select = m_file.m_database->prepare("SELECT " + std::string(kEventColumns) + " FROM event" +
                                                      std::string(kInOrder));
        const Judged folded = fold(readAll(select), importRanges(*m_file.m_database));
        const Judged cached = readCache(*m_file.m_database);
        std::vector<std::string> faults;
        const auto note = [&](std::size_t count, const char *what) {
            if (count > 0) {
                faults.push_back(std::to_string(count) + " " + what +
                                 " differ from what the event log says.");
            }
        };
        note(differences(folded.decisions, cached.decisions), "decisions");
        note(differences(folded.duplicates, cached.duplicates), "duplicates");
        note(static_cast<std::size_t>(folded.keptApart != cached.keptApart), "sets of records kept apart");
        note(differences(folded.fieldChoices, cached.fieldChoices), "choices of fields");
        note(differences(folded.inherited, cached.inherited), "heirs of undone imports");
        note(static_cast<std::size_t>(folded.liveImports != cached.liveImports), "sets of imports");
        return faults;
    });
}

} // namespace winnow::store
