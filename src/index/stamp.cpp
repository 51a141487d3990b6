#include "index/stamp.h"

#include "index/schema.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace winnow::index {

namespace {

std::int64_t numberFrom(const std::string &text)
{
    std::int64_t number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

void writeStamp(Xapian::WritableDatabase &database, const StoredStamp &stored)
{
    database.set_metadata("layout", std::string(kLayout));
    database.set_metadata("review", stored.stamp.review);
    database.set_metadata("last", std::to_string(stored.stamp.lastRecord));
    database.set_metadata("count", std::to_string(stored.stamp.recordCount));
    database.set_metadata("words", std::to_string(stored.wordCount));
    database.set_metadata("gaps", std::to_string(stored.gapCount));
    database.set_metadata("forward", std::to_string(stored.forwardUnits));
}

Result<StoredStamp> readStamp(const Xapian::Database &database, const std::filesystem::path &folder)
{
    const std::int64_t last = numberFrom(database.get_metadata("last"));
    const std::int64_t count = numberFrom(database.get_metadata("count"));
    const std::int64_t words = numberFrom(database.get_metadata("words"));
    const std::int64_t gaps = numberFrom(database.get_metadata("gaps"));
    const std::int64_t forward = numberFrom(database.get_metadata("forward"));
    if (database.get_metadata("layout") != kLayout || std::min({last, count, words, gaps, forward}) < 0) {
        return Error{ErrorCode::WrongFormat,
                     "The search index is of another version of Winnow; the next search makes it anew.",
                     {},
                     folder.string()};
    }
    // The size of the sets of records follows from the last one, so it must not be larger than what is there.
    if (last > static_cast<std::int64_t>(database.get_lastdocid()) || count > last) {
        return Error{ErrorCode::WrongFormat,
                     "The search index is damaged; the next search makes it anew.",
                     "the stamp says more records than there are",
                     folder.string()};
    }
    return StoredStamp{{database.get_metadata("review"), last, count},
                       static_cast<std::size_t>(words),
                       static_cast<std::size_t>(gaps),
                       static_cast<std::uint64_t>(forward)};
}

} // namespace winnow::index
