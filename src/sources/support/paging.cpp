#include "sources/support/paging.h"

#include <algorithm>
#include <charconv>

namespace winnow::sources {

namespace {

/// More than any source gives for one search.
constexpr std::int64_t kMostEntries = 20'000'000;

constexpr std::size_t kMostMark = 8192;

/// Takes a number and the blank or end behind it off `text`.
std::optional<std::int64_t> takeNumber(std::string_view &text, std::int64_t most)
{
    std::int64_t number = 0;
    const char *const end = text.data() + text.size();
    const auto [stop, failure] = std::from_chars(text.data(), end, number);
    if (failure != std::errc() || number < 0 || number > most || (stop != end && *stop != ' ')) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + (stop == end ? 0 : 1));
    return number;
}

std::string_view behindKind(std::string_view at, std::string_view kind)
{
    return at.substr(kind.size() + 1);
}

bool isMark(std::string_view mark)
{
    return !mark.empty() && mark.size() <= kMostMark;
}

} // namespace

std::string stateText(std::string_view kind, const Offset &offset)
{
    return std::string(kind) + ' ' + std::to_string(offset.number);
}

std::string stateText(const Cursor &cursor)
{
    return "cursor " + std::to_string(cursor.before) + ' ' + cursor.mark;
}

bool hasKind(std::string_view at, std::string_view kind)
{
    return at.size() > kind.size() && at.starts_with(kind) && at[kind.size()] == ' ';
}

std::optional<Offset> offsetAt(std::string_view at, std::string_view kind, std::int64_t most)
{
    if (!hasKind(at, kind)) {
        return std::nullopt;
    }
    std::string_view rest = behindKind(at, kind);
    const auto number = takeNumber(rest, most);
    return number && rest.empty() ? std::optional(Offset{*number}) : std::nullopt;
}

std::optional<Cursor> cursorAt(std::string_view at)
{
    if (!hasKind(at, "cursor")) {
        return std::nullopt;
    }
    std::string_view rest = behindKind(at, "cursor");
    const auto before = takeNumber(rest, kMostEntries);
    return before && isMark(rest) ? std::optional(Cursor{*before, std::string(rest)}) : std::nullopt;
}

std::optional<Offset>
offsetOf(std::string_view at, std::string_view kind, const Offset &first, std::int64_t most)
{
    return at.empty() ? std::optional(first) : offsetAt(at, kind, most);
}

std::optional<Cursor> cursorOf(std::string_view at, const Cursor &first)
{
    return at.empty() ? std::optional(first) : cursorAt(at);
}

Error badState(std::string_view at)
{
    return {ErrorCode::InvalidArgument,
            "The place where the search was left off is not understood. Start the search again.",
            std::string(at.substr(0, 100)),
            {}};
}

std::optional<std::string> nextCursor(const Cursor &now, std::string_view mark, const PageSize &size)
{
    const std::int64_t after = now.before + static_cast<std::int64_t>(size.entries);
    const bool isAll = size.isExact && size.hits && after >= *size.hits;
    if (size.entries == 0 || isAll || !isMark(mark) || mark == now.mark || after > kMostEntries) {
        return std::nullopt;
    }
    return stateText(Cursor{after, std::string(mark)});
}

std::optional<std::string> nextOffset(
    std::string_view kind, const Offset &next, std::int64_t came, const PageSize &size, std::int64_t most)
{
    const bool isAll = size.entries == 0 || came >= std::min(size.hits.value_or(0), most);
    return isAll ? std::nullopt : std::optional(stateText(kind, next));
}

} // namespace winnow::sources
