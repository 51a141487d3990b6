#pragma once

#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace winnow::sources {

/// Where a page begins, in the two ways that sources have, and as the text of Page::next.

/// "start 400", "page 3": the number counts records or pages.
struct Offset
{
    std::int64_t number = 0;
};

/// "cursor 400 AoJ...": the source's own mark, and how many entries came before it, so that a source that
/// never ends is noticed.
struct Cursor
{
    std::int64_t before = 0;
    std::string mark = "*";
};

[[nodiscard]] std::string stateText(std::string_view kind, const Offset &offset);
[[nodiscard]] std::string stateText(const Cursor &cursor);

/// Whether `at` is a state of that kind: "start", "page", "cursor".
[[nodiscard]] bool hasKind(std::string_view at, std::string_view kind);

/// Nothing where `at` is no such state, or its number is above `most`.
[[nodiscard]] std::optional<Offset> offsetAt(std::string_view at, std::string_view kind, std::int64_t most);
[[nodiscard]] std::optional<Cursor> cursorAt(std::string_view at);

/// The same, where an empty `at` is the first page.
[[nodiscard]] std::optional<Offset>
offsetOf(std::string_view at, std::string_view kind, const Offset &first, std::int64_t most);
[[nodiscard]] std::optional<Cursor> cursorOf(std::string_view at, const Cursor &first = {});

/// What says that `at` is none of this source.
[[nodiscard]] Error badState(std::string_view at);

/// What a page said, for the decision whether another follows.
struct PageSize
{
    std::size_t entries = 0;
    std::optional<std::int64_t> hits;
    bool isExact = true; ///< the source counts its hits, it does not estimate them
};

/// The state behind a page that began at `now`. Nothing at the end: the mark is missing or the same again,
/// the page is empty, all hits have come (where they are exact), or far more than any source has.
[[nodiscard]] std::optional<std::string>
nextCursor(const Cursor &now, std::string_view mark, const PageSize &size);

/// The state `next` of that kind, behind a page up to the end of which `came` entries have come. Nothing at
/// the end: the page is empty, or all hits have come, or as many as the source gives at `most`.
[[nodiscard]] std::optional<std::string> nextOffset(
    std::string_view kind, const Offset &next, std::int64_t came, const PageSize &size, std::int64_t most);

} // namespace winnow::sources
