#include "app/record_keys.h"

#include <charconv>
#include <optional>

namespace winnow::app {

namespace {

std::optional<RecordId> numberFrom(std::string_view key)
{
    if (key.starts_with('#')) {
        key.remove_prefix(1);
    }
    std::int64_t number = 0;
    const auto [end, failure] = std::from_chars(key.data(), key.data() + key.size(), number);
    const bool isNumber = failure == std::errc() && end == key.data() + key.size() && number > 0;
    return isNumber ? std::optional(RecordId{number}) : std::nullopt;
}

Error ambiguous(std::string_view key, std::span<const RecordId> ids)
{
    std::string numbers;
    for (const RecordId id : ids) {
        numbers += (numbers.empty() ? "#" : ", #") + std::to_string(id.value);
    }
    return {ErrorCode::Ambiguous,
            std::to_string(ids.size()) + " records have the key " + std::string(key) +
                "; name one of them by its number: " + numbers + ".",
            {},
            {}};
}

} // namespace

Result<RecordId> recordFromKey(Workspace &workspace, std::string_view key)
{
    auto found = workspace.records().withKey(key);
    if (!found) {
        return std::move(found).error();
    }
    if (found->size() == 1) {
        return found->front();
    }
    if (found->size() > 1) {
        return ambiguous(key, *found);
    }
    if (const auto number = numberFrom(key)) {
        auto visible = workspace.records().isVisible(*number);
        if (!visible) {
            return std::move(visible).error();
        }
        if (*visible) {
            return *number;
        }
    }
    return Error{ErrorCode::NotFound,
                 "There is no record " + std::string(key) +
                     " in this review; 'winnow find REVIEW QUERY --ids' lists keys.",
                 {},
                 {}};
}

Result<std::vector<std::string>> keysOf(Workspace &workspace, std::span<const RecordId> ids)
{
    auto rows = workspace.records().rows(ids);
    if (!rows) {
        return std::move(rows).error();
    }
    std::vector<std::string> keys;
    keys.reserve(rows->size());
    for (const store::RecordRow &row : *rows) {
        keys.push_back(row.key.empty() ? std::to_string(row.id.value) : row.key);
    }
    return keys;
}

} // namespace winnow::app
