#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::sources {

/// Values of a reply, in which anything may be missing, null or of another type than it should be.

using Json =
    nlohmann::json; // with a map: what is ordered takes for ever to read an object of very many names

/// JSON as text, or nothing where it is none. It must not be nested deeply, see isFlat().
[[nodiscard]] std::optional<Json> parsedJson(std::string_view text);

/// Whether text is nested no deeper than any reply needs, so that it can be parsed, and whether no object of
/// it has more than `mostMembers` names (0: as many as it likes).
[[nodiscard]] bool isFlat(std::string_view text, std::size_t mostMembers = 0);

/// The text with broken UTF-8 and halves of surrogate pairs replaced, which a JSON parser would refuse; no
/// byte changes its place.
[[nodiscard]] std::string mended(std::string text);

/// The values at a path of names ("authorList/author"), in order; lists on the way and at the end are
/// entered.
[[nodiscard]] std::vector<const Json *> valuesAt(const Json &from, std::string_view path);

/// Text or a whole number, or the "$" of an object (as XML with attributes becomes), as text; else empty.
[[nodiscard]] std::string textOf(const Json &value);

/// textOf() the first value at a path that has any.
[[nodiscard]] std::string textAt(const Json &from, std::string_view path);

/// A count, which may be written as text; nothing for what is none or negative.
[[nodiscard]] std::optional<std::int64_t> countAt(const Json &from, std::string_view path);

/// Whether there is true, or the text "true".
[[nodiscard]] bool isTrueAt(const Json &from, std::string_view path);

} // namespace winnow::sources
