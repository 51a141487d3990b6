#include "app/link_resolver.h"

#include "net/message.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace winnow::app {

namespace {

using Value = std::string (*)(const Record &);

constexpr std::array<std::pair<std::string_view, Value>, 6> kFields{{
    {"doi", [](const Record &record) { return record.doi; }},
    {"pmid", [](const Record &record) { return record.pmid; }},
    {"title", [](const Record &record) { return record.title; }},
    {"author",
     [](const Record &record) {
         return record.authors.empty() ? std::string() : record.authors.front().family;
     }},
    {"year",
     [](const Record &record) {
         return record.date.year ? std::to_string(*record.date.year) : std::string();
     }},
    {"journal", [](const Record &record) { return record.sourceTitle; }},
}};

const std::pair<std::string_view, Value> *fieldNamed(std::string_view name)
{
    const auto *const found = std::ranges::find(kFields, name, &std::pair<std::string_view, Value>::first);
    return found == kFields.end() ? nullptr : found;
}

/// A pattern goes on as text, then a field, and so to its end.
struct Piece
{
    std::string_view text;
    std::optional<std::string_view> field;
};

/// Takes the next piece off. Nothing where a bracket has no other.
std::optional<Piece> takePiece(std::string_view &pattern)
{
    const std::size_t open = pattern.find_first_of("{}");
    if (open == std::string_view::npos) {
        return Piece{std::exchange(pattern, {}), std::nullopt};
    }
    const std::size_t close = pattern.find_first_of("{}", open + 1);
    if (pattern[open] == '}' || close == std::string_view::npos || pattern[close] == '{') {
        return std::nullopt;
    }
    Piece piece{pattern.substr(0, open), pattern.substr(open + 1, close - open - 1)};
    pattern.remove_prefix(close + 1);
    return piece;
}

Error badPattern(const std::string &why)
{
    std::string fields;
    for (const auto &[name, value] : kFields) {
        fields += (fields.empty() ? "{" : ", {") + std::string(name) + '}';
    }
    return {ErrorCode::InvalidArgument,
            "The pattern of the link resolver " + why + ". It is an address with some of " + fields +
                ", such as https://resolver.example.edu/openurl?doi={doi}.",
            {},
            {}};
}

bool isForUrl(char c)
{
    return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F;
}

} // namespace

Result<LinkResolver> LinkResolver::of(std::string_view pattern)
{
    const std::size_t scheme = pattern.starts_with("https://") ? 8 : pattern.starts_with("http://") ? 7 : 0;
    if (scheme == 0 || !std::ranges::all_of(pattern, isForUrl)) {
        return badPattern("does not begin with https:// or has characters that no address has");
    }
    bool hasField = false;
    for (std::string_view rest = pattern; !rest.empty();) {
        const auto piece = takePiece(rest);
        if (!piece) {
            return badPattern("has a bracket without its other");
        }
        if (!hasField && piece->text.find_first_of("/?#", scheme) == std::string_view::npos) {
            return badPattern("names no server before its first field");
        }
        if (piece->field && fieldNamed(*piece->field) == nullptr) {
            return badPattern("names the field {" + std::string(*piece->field) + "}, which there is not");
        }
        hasField = hasField || piece->field.has_value();
    }
    return hasField ? Result<LinkResolver>(LinkResolver(std::string(pattern))) : badPattern("names no field");
}

std::string LinkResolver::addressFor(const Record &record) const
{
    std::string address;
    bool hasValue = false;
    for (std::string_view rest = m_pattern; !rest.empty();) {
        const auto piece = takePiece(rest);
        if (!piece) {
            break;
        }
        address += piece->text;
        if (piece->field) {
            const std::string value = fieldNamed(*piece->field)->second(record);
            hasValue = hasValue || !value.empty();
            address += net::percentEncoded(value);
        }
    }
    return hasValue ? address : std::string();
}

} // namespace winnow::app
