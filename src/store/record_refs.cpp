#include "store/record_refs.h"

#include "store/database.h"

#include <algorithm>
#include <charconv>

namespace winnow::store {

RecordRefs::RecordRefs(Database &database)
{
    Statement select = database.prepare(
        "SELECT import.uuid, import.sha256, import.file, min(record.id), max(record.id) FROM import "
        "JOIN record ON record.import_id = import.id GROUP BY import.id ORDER BY min(record.id)");
    while (select.step()) {
        m_imports.push_back({std::string(select.text(0)),
                             std::string(select.text(1)),
                             std::string(select.text(2)),
                             {select.integer(3)},
                             {select.integer(4)}});
    }
}

std::string RecordRefs::refOf(RecordId record) const
{
    const auto after = std::ranges::upper_bound(m_imports, record, {}, &ImportPlace::first);
    if (after == m_imports.begin() || std::prev(after)->last < record) {
        return {};
    }
    const ImportPlace &place = *std::prev(after);
    std::string ref = place.uuid;
    return ref.append("/").append(std::to_string(record.value - place.first.value + 1));
}

std::optional<RecordId> RecordRefs::find(std::string_view ref) const
{
    const auto slash = ref.rfind('/');
    if (slash == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view uuid = ref.substr(0, slash);
    const std::string_view digits = ref.substr(slash + 1);
    std::int64_t ordinal = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), ordinal);
    if (error != std::errc() || end != digits.data() + digits.size() || ordinal < 1) {
        return std::nullopt;
    }
    auto place = std::ranges::find(m_imports, uuid, &ImportPlace::uuid);
    if (place == m_imports.end()) {
        const auto foreign = m_foreign.find(uuid);
        if (foreign == m_foreign.end()) {
            return std::nullopt;
        }
        place = std::ranges::find(m_imports, foreign->second, &ImportPlace::sha256);
    }
    if (place == m_imports.end() || ordinal > place->last.value - place->first.value + 1) {
        return std::nullopt;
    }
    return RecordId{place->first.value + ordinal - 1};
}

void RecordRefs::learn(const std::map<std::string, std::string> &imports)
{
    m_foreign.insert(imports.begin(), imports.end());
}

} // namespace winnow::store
