#include "store/portable_event.h"

#include "model/decision.h"
#include "store/database.h"
#include "store/record_refs.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace winnow::store {

namespace {

using nlohmann::json;

constexpr std::array kOfThisFile{EventKind::SearchRun, EventKind::Import, EventKind::TablesLoaded};

/// Clocks beyond this come from no writer; above it sums could overflow.
constexpr std::int64_t kLastClock = std::int64_t{1} << 52;

/// What of a detail names records: one, or a list.
constexpr std::array<const char *, 3> kRecordFields{"members", "records", "other"};

std::string uuidOf(Database &database, std::int64_t id)
{
    Statement select = database.prepare("SELECT uuid FROM event WHERE id = ?1");
    return select.bind(1, id).step() ? std::string(select.text(0)) : std::string();
}

std::optional<std::int64_t> idOf(Database &database, std::string_view uuid)
{
    Statement select = database.prepare("SELECT id FROM event WHERE uuid = ?1");
    return select.bind(1, uuid).step() ? std::optional(select.integer(0)) : std::nullopt;
}

json portableDetail(const RecordRefs &refs, const std::string &detail)
{
    json object = json::parse(detail, nullptr, false);
    if (!object.is_object()) {
        return json::object();
    }
    for (const char *const field : kRecordFields) {
        const auto found = object.find(field);
        if (found == object.end()) {
            continue;
        }
        if (found->is_number_integer()) {
            *found = refs.refOf({found->get<std::int64_t>()});
        } else if (found->is_array()) {
            for (json &record : *found) {
                record = refs.refOf({record.is_number_integer() ? record.get<std::int64_t>() : 0});
            }
        }
    }
    return object;
}

/// Reads the fields of one line and notes what it speaks of in vain.
class Reader
{
public:
    Reader(Database &database, const RecordRefs &refs, const json &object)
        : m_database(database)
        , m_refs(refs)
        , m_object(object)
    {}

    [[nodiscard]] std::string text(const char *name) const
    {
        const auto found = m_object.find(name);
        return found != m_object.end() && found->is_string() ? found->get<std::string>() : std::string();
    }

    [[nodiscard]] std::int64_t number(const char *name) const
    {
        const auto found = m_object.find(name);
        return found != m_object.end() && found->is_number_integer() ? found->get<std::int64_t>() : 0;
    }

    /// The event here that `name` names; nothing where the line names none.
    std::optional<EventId> event(const char *name)
    {
        const std::string uuid = text(name);
        if (uuid.empty()) {
            return std::nullopt;
        }
        const auto id = idOf(m_database, uuid);
        if (!id) {
            missing = "an event of another bundle";
        }
        return id ? std::optional(EventId{*id}) : std::nullopt;
    }

    std::int64_t record(const json &ref)
    {
        const auto id = ref.is_string() ? m_refs.find(ref.get<std::string>()) : std::nullopt;
        if (!id) {
            missing = "a record that was not imported here";
        }
        return id ? id->value : 0;
    }

    std::string detail()
    {
        const auto found = m_object.find("detail");
        if (found == m_object.end() || !found->is_object() || found->empty()) {
            return {};
        }
        json object = *found;
        for (const char *const field : kRecordFields) {
            const auto place = object.find(field);
            if (place == object.end()) {
                continue;
            }
            if (place->is_array()) {
                for (json &ref : *place) {
                    ref = record(ref);
                }
            } else {
                *place = record(*place);
            }
        }
        return object.dump(-1, ' ', false, json::error_handler_t::replace);
    }

    std::string missing;

private:
    Database &m_database;
    const RecordRefs &m_refs;
    const json &m_object;
};

Error badLine(const char *what)
{
    return {ErrorCode::WrongFormat, std::string("A line of the bundle ") + what + ".", {}, {}};
}

} // namespace

bool isPortable(EventKind kind)
{
    return std::ranges::find(kOfThisFile, kind) == kOfThisFile.end();
}

std::string toPortable(Database &database, const RecordRefs &refs, const Event &event)
{
    json object{{"uuid", event.uuid},
                {"clock", event.clock},
                {"at", event.atUtc},
                {"reviewer", event.reviewer},
                {"kind", toString(event.kind)},
                {"app", event.appVersion}};
    const auto put = [&](const char *name, const std::string &value) {
        if (!value.empty()) {
            object[name] = value;
        }
    };
    put("stage", event.stage);
    put("verdict", event.verdict);
    put("reason", event.reason);
    put("subject_kind", event.subjectKind);
    if (event.subjectKind == "record") {
        put("subject", refs.refOf({event.subject}));
    }
    if (!event.detail.empty()) {
        object["detail"] = portableDetail(refs, event.detail);
    }
    if (event.op != event.id.value) {
        put("act", uuidOf(database, event.op));
    }
    if (event.retracts) {
        put("retracts", uuidOf(database, event.retracts->value));
    }
    Statement redoes = database.prepare("SELECT redoes FROM event WHERE id = ?1 AND redoes IS NOT NULL");
    if (redoes.bind(1, event.id.value).step()) {
        put("redoes", uuidOf(database, redoes.integer(0)));
    }
    return object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<PortableEvent> fromPortable(Database &database, const RecordRefs &refs, std::string_view line)
{
    const json object = json::parse(line.begin(), line.end(), nullptr, false);
    if (!object.is_object()) {
        return badLine("is not what Winnow writes");
    }
    Reader reader(database, refs, object);
    PortableEvent portable;
    Event &event = portable.event;
    event.uuid = reader.text("uuid");
    event.clock = reader.number("clock");
    event.atUtc = reader.text("at");
    event.reviewer = reader.text("reviewer");
    event.appVersion = reader.text("app");
    event.stage = reader.text("stage");
    event.verdict = reader.text("verdict");
    event.reason = reader.text("reason");
    event.subjectKind = reader.text("subject_kind");
    const auto kind = eventKindFromString(reader.text("kind"));
    if (!kind || !isPortable(*kind)) {
        return badLine("is of a kind that this version of Winnow does not know; a newer one may");
    }
    event.kind = *kind;
    if (event.uuid.empty() || event.reviewer.empty() || event.clock < 1 || event.clock > kLastClock) {
        return badLine("lacks who judged, or when");
    }
    if (event.kind == EventKind::Decision &&
        (!stageFromString(event.stage) || !verdictFromString(event.verdict))) {
        return badLine("holds a decision without a stage or a verdict that Winnow knows");
    }
    if (event.subjectKind == "record") {
        event.subject = reader.record(json(reader.text("subject")));
    }
    event.detail = reader.detail();
    event.retracts = reader.event("retracts");
    if (event.kind == EventKind::Retraction && reader.text("retracts").empty()) {
        return badLine("takes back nothing");
    }
    portable.redoes = reader.event("redoes");
    const auto act = reader.event("act");
    event.op = act ? act->value : 0;
    portable.missing = std::move(reader.missing);
    return portable;
}

} // namespace winnow::store
