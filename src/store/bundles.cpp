#include "store/bundles.h"

#include "base/sha256.h"
#include "store/cache.h"
#include "store/database.h"
#include "store/portable_event.h"
#include "store/record_refs.h"
#include "store/review_file.h"

#include <nlohmann/json.hpp>

#include <vector>

namespace winnow::store {

namespace {

using nlohmann::json;

constexpr const char *kFormat = "winnow-bundle";
constexpr std::int64_t kVersion = 1;
constexpr std::size_t kHashLength = 64;

Error damaged(const std::string &what)
{
    return {ErrorCode::WrongFormat,
            "This bundle " + what + ". Nothing was taken from it; ask for it again.",
            {},
            {}};
}

std::string chained(std::string_view before, std::string_view line)
{
    return sha256(std::string(before).append("\n").append(line));
}

/// All events that are the reviewer's or belong to an act of theirs, in the order in which they are folded.
std::vector<Event> eventsOf(Database &database, std::string_view reviewer)
{
    std::vector<Event> events;
    Statement select =
        database.prepare("SELECT " + std::string(kEventColumns) +
                         " FROM event WHERE ?1 = '' OR reviewer = ?1 OR "
                         "(SELECT first.reviewer FROM event AS first WHERE first.id = event.op) = ?1" +
                         std::string(kInOrder));
    select.bind(1, reviewer);
    while (select.step()) {
        events.push_back(readEvent(select));
    }
    return events;
}

/// Whether the event may leave this file: neither it nor what it takes back or belongs to is of this file
/// alone.
bool mayLeave(Database &database, const Event &event)
{
    if (!isPortable(event.kind)) {
        return false;
    }
    Statement select = database.prepare(
        "SELECT kind FROM event WHERE id IN (?1, ?2, (SELECT redoes FROM event WHERE id = ?3))");
    select.bind(1, event.op).bind(2, event.retracts ? event.retracts->value : 0).bind(3, event.id.value);
    while (select.step()) {
        const auto kind = eventKindFromString(select.text(0));
        if (!kind || !isPortable(*kind)) {
            return false;
        }
    }
    return true;
}

std::string
headerOf(const ReviewInfo &info, std::string_view reviewer, const RecordRefs &refs, std::size_t events)
{
    json imports = json::object();
    for (const ImportPlace &place : refs.imports()) {
        imports[place.uuid] = {{"sha256", place.sha256}, {"file", place.file}};
    }
    return json{{"format", kFormat},
                {"version", kVersion},
                {"review", info.uuid},
                {"title", info.title},
                {"reviewer", reviewer},
                {"events", events},
                {"imports", std::move(imports)}}
        .dump(-1, ' ', false, json::error_handler_t::replace);
}

/// A bundle whose every line is as it was written.
struct Contents
{
    json header;
    std::vector<std::string_view> lines;
};

std::string_view takeLine(std::string_view &text)
{
    const auto end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

Result<Contents> checked(std::string_view bundle)
{
    const std::string_view first = takeLine(bundle);
    Contents contents{json::parse(first.begin(), first.end(), nullptr, false), {}};
    const json &header = contents.header;
    if (!header.is_object() || header.value("format", json()) != kFormat ||
        !header.value("version", json()).is_number_integer() ||
        !header.value("events", json()).is_number_unsigned()) {
        return Error{ErrorCode::WrongFormat,
                     "This is no bundle of Winnow's; one is made with winnow bundle export.",
                     {},
                     {}};
    }
    if (header["version"].get<std::int64_t>() > kVersion) {
        return Error{ErrorCode::TooNew,
                     "This bundle was made by a newer version of Winnow; update Winnow to merge it.",
                     {},
                     {}};
    }
    std::string chain = sha256(first);
    while (!bundle.empty()) {
        const std::string_view line = takeLine(bundle);
        if (line.size() <= kHashLength + 1 || line[kHashLength] != ' ') {
            return damaged("was changed on its way");
        }
        const std::string_view event = line.substr(kHashLength + 1);
        chain = chained(chain, event);
        if (line.substr(0, kHashLength) != chain) {
            return damaged("was changed on its way");
        }
        contents.lines.push_back(event);
    }
    if (contents.lines.size() != header["events"].get<std::size_t>()) {
        return damaged("was cut short: " + std::to_string(contents.lines.size()) + " of " +
                       std::to_string(header["events"].get<std::size_t>()) + " events are in it");
    }
    return contents;
}

std::map<std::string, std::string> importsOf(const json &header)
{
    std::map<std::string, std::string> imports;
    const json list = header.value("imports", json::object());
    for (const auto &[uuid, import] : list.items()) {
        if (import.is_object() && import.value("sha256", json()).is_string()) {
            imports.emplace(uuid, import["sha256"].get<std::string>());
        }
    }
    return imports;
}

std::string textOf(const json &header, const char *name)
{
    const json value = header.value(name, json());
    return value.is_string() ? value.get<std::string>() : std::string();
}

bool isHere(Database &database, std::string_view uuid)
{
    Statement select = database.prepare("SELECT 1 FROM event WHERE uuid = ?1");
    return select.bind(1, uuid).step();
}

void insert(Database &database, const PortableEvent &portable)
{
    const Event &event = portable.event;
    Statement put = database.prepare(
        "INSERT INTO event(uuid, op, at_utc, reviewer, kind, stage, subject_kind, subject, verdict, reason, "
        "detail_json, retracts, redoes, app_version, clock) VALUES (?1, CASE WHEN ?2 = 0 THEN (SELECT "
        "coalesce(max(id), 0) + 1 FROM event) ELSE ?2 END, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
        "?14, ?15)");
    const auto number = [](std::optional<EventId> id) {
        return id ? std::optional(id->value) : std::nullopt;
    };
    put.bind(1, event.uuid)
        .bind(2, event.op)
        .bind(3, event.atUtc)
        .bind(4, event.reviewer)
        .bind(5, toString(event.kind))
        .bind(6, event.stage)
        .bind(7, event.subjectKind)
        .bind(8, event.subject)
        .bind(9, event.verdict)
        .bind(10, event.reason)
        .bind(11, event.detail)
        .bind(12, number(event.retracts))
        .bind(13, number(portable.redoes))
        .bind(14, event.appVersion)
        .bind(15, event.clock)
        .run();
}

/// Takes lines in until none of those that are left can be.
class Intake
{
public:
    Intake(Database &database, const RecordRefs &refs, BundleOutcome &outcome)
        : m_database(database)
        , m_refs(refs)
        , m_outcome(outcome)
    {}

    /// Of the bundle: what is here already is counted.
    void offer(std::string_view line)
    {
        const PortableEvent portable = read(line);
        if (isHere(m_database, portable.event.uuid)) {
            ++m_outcome.known;
        } else {
            m_open.emplace(std::pair(portable.event.clock, portable.event.uuid), std::string(line));
        }
    }

    /// What waited since earlier bundles.
    void offerWaiting()
    {
        Statement select = m_database.prepare("SELECT uuid, line FROM event_waiting ORDER BY uuid");
        while (select.step()) {
            const PortableEvent portable = read(select.text(1));
            m_open.emplace(std::pair(portable.event.clock, portable.event.uuid), std::string(select.text(1)));
        }
    }

    void takeAll()
    {
        // An event comes after what it speaks of in the order of clocks: one pass takes all that can be
        // taken, unless a bundle lies about its clocks.
        bool hasTaken = true;
        while (hasTaken) {
            hasTaken = false;
            for (auto line = m_open.begin(); line != m_open.end();) {
                const PortableEvent portable = read(line->second);
                if (!portable.missing.empty()) {
                    ++line;
                    continue;
                }
                insert(m_database, portable);
                ++m_outcome.added[std::string(toString(portable.event.kind))];
                line = m_open.erase(line);
                hasTaken = true;
            }
        }
        keepWaiting();
    }

private:
    PortableEvent read(std::string_view line)
    {
        auto portable = fromPortable(m_database, m_refs, line);
        if (!portable) {
            throw SqlError(portable.error());
        }
        return *std::move(portable);
    }

    void keepWaiting()
    {
        m_database.execute("DELETE FROM event_waiting");
        Statement put = m_database.prepare("INSERT INTO event_waiting(uuid, line) VALUES (?1, ?2)");
        for (const auto &[place, line] : m_open) {
            put.bind(1, place.second).bind(2, line).run();
            ++m_outcome.waiting[read(line).missing];
        }
    }

    Database &m_database;
    const RecordRefs &m_refs;
    BundleOutcome &m_outcome;
    std::map<std::pair<std::int64_t, std::string>, std::string> m_open; ///< lines in order of clock and uuid
};

} // namespace

Bundles::Bundles(ReviewFile &file)
    : m_file(file)
{}

Result<std::string> Bundles::write(std::string_view reviewer)
{
    return guarded([&] {
        Database &database = *m_file.m_database;
        const RecordRefs refs(database);
        std::vector<std::string> lines;
        for (const Event &event : eventsOf(database, reviewer)) {
            if (mayLeave(database, event)) {
                lines.push_back(toPortable(database, refs, event));
            }
        }
        std::string bundle = headerOf(m_file.info(), reviewer, refs, lines.size());
        std::string chain = sha256(bundle);
        bundle += '\n';
        for (const std::string &line : lines) {
            chain = chained(chain, line);
            bundle.append(chain).append(" ").append(line).append("\n");
        }
        return bundle;
    });
}

Result<BundleOutcome> Bundles::merge(std::string_view bundle)
{
    auto contents = checked(bundle);
    if (!contents) {
        return std::move(contents).error();
    }
    if (textOf(contents->header, "review") != m_file.info().uuid) {
        return Error{ErrorCode::WrongFormat,
                     "This bundle belongs to another review, \"" + textOf(contents->header, "title") +
                         "\". Reviewers of one review begin with copies of one file.",
                     {},
                     {}};
    }
    return guarded([&] {
        Database &database = *m_file.m_database;
        Transaction transaction(database);
        BundleOutcome outcome;
        outcome.reviewer = textOf(contents->header, "reviewer");
        outcome.read = static_cast<std::int64_t>(contents->lines.size());
        RecordRefs refs(database);
        refs.learn(importsOf(contents->header));
        Intake intake(database, refs, outcome);
        for (const std::string_view line : contents->lines) {
            intake.offer(line);
        }
        intake.offerWaiting();
        intake.takeAll();
        refreshAll(database);
        transaction.commit();
        return outcome;
    });
}

} // namespace winnow::store
