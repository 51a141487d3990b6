#include "store/event_detail.h"

#include <nlohmann/json.hpp>

namespace winnow::store {

namespace {

using nlohmann::json;

json parsed(std::string_view text)
{
    json value = json::parse(text.begin(), text.end(), nullptr, false);
    return value.is_object() ? value : json::object();
}

std::string dumped(const json &value)
{
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class T>
T valueOr(const json &object, const char *name, T fallback)
{
    const auto found = object.find(name);
    if (found == object.end()) {
        return fallback;
    }
    T value{};
    try {
        found->get_to(value);
    } catch (const json::exception &) {
        return fallback;
    }
    return value;
}

} // namespace

MergeDetail mergeDetail(std::string_view text)
{
    const json object = parsed(text);
    MergeDetail detail;
    for (const std::int64_t id : valueOr(object, "members", std::vector<std::int64_t>{})) {
        detail.members.push_back({id});
    }
    detail.tier = valueOr(object, "tier", std::string());
    return detail;
}

std::string toDetail(const MergeDetail &detail)
{
    json members = json::array();
    for (const RecordId member : detail.members) {
        members.push_back(member.value);
    }
    return dumped({{"members", std::move(members)}, {"tier", detail.tier}});
}

RecordId otherDetail(std::string_view text)
{
    return {valueOr(parsed(text), "other", std::int64_t{0})};
}

std::string toOtherDetail(RecordId other)
{
    return dumped({{"other", other.value}});
}

std::string noteDetail(std::string_view text)
{
    return text.empty() ? std::string() : valueOr(parsed(text), "note", std::string());
}

std::string toNoteDetail(std::string_view note)
{
    return note.empty() ? std::string() : dumped({{"note", note}});
}

RemovalDetail removalDetail(std::string_view text)
{
    const json object = parsed(text);
    return {valueOr(object, "count", std::int64_t{0}),
            valueOr(object, "automation", false),
            valueOr(object, "note", std::string())};
}

std::string toDetail(const RemovalDetail &detail)
{
    return dumped({{"count", detail.count}, {"automation", detail.isByAutomation}, {"note", detail.note}});
}

} // namespace winnow::store
