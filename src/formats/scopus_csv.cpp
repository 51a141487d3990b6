#include "formats/format.h"
#include "formats/support/csv_records.h"

#include <algorithm>
#include <array>

namespace winnow::formats {

// NOLINTNEXTLINE(readability-identifier-naming): the table of formats goes by the names of the files
extern const Format scopus_csv;

namespace {

constexpr std::array<std::string_view, 1> kKeyColumns{"eid"};
constexpr CsvDialect kDialect{kKeyColumns, true};

/// Columns that only Scopus has together: its exports can be cut to any selection, but hold EID or Link and a
/// name of its own.
int detect(std::string_view head)
{
    const auto header = findCsvHeader(head);
    if (!header) {
        return 0;
    }
    const auto has = [&](std::string_view wanted) {
        return std::ranges::any_of(header->names,
                                   [&](const std::string &name) { return nameOfColumn(name) == wanted; });
    };
    const bool hasIdentity = has("eid") || has("link");
    const bool hasOwnNames =
        has("citedby") || has("authorsid") || has("artno") || has("publicationstage") || has("indexkeywords");
    return hasIdentity && hasOwnNames && has("sourcetitle") ? 92 : 0;
}

Result<void> read(TextInput &input, RecordSink &sink)
{
    return readCsv(input, sink, kDialect);
}

} // namespace

const Format scopus_csv{"scopus_csv", "Scopus CSV", "csv", detect, read, nullptr};

} // namespace winnow::formats
