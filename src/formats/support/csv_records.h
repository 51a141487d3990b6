#pragma once

#include "formats/format.h"
#include "formats/support/csv_dialects.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// The line of a file that names the columns.
struct CsvHeader
{
    char delimiter = ',';
    std::int64_t linesBefore = 0;        ///< a title or a search query may stand above it
    std::vector<std::string> names;      ///< as the file spells them
    const CsvDialect *dialect = nullptr; ///< never nullptr where findCsvHeader() returns something
    std::size_t known = 0;               ///< how many different ones mean something to Winnow
    bool hasTitle = false;
};

/// Finds the header in the beginning of a file: the line among the first twenty, and the delimiter (comma,
/// semicolon or tab), that make most columns known. Nothing where no line names a title and none is chosen.
[[nodiscard]] std::optional<CsvHeader> findCsvHeader(std::string_view head, const ReadOptions &options = {});

/// Reads a file with named columns. Fails when a chosen column is not there.
[[nodiscard]] Result<void> readCsv(TextInput &input, const ReadOptions &options, RecordSink &sink);

/// Rows behind the header, counted by nothing but line ends outside of quotation marks.
[[nodiscard]] std::int64_t countCsvRows(TextInput &input);

} // namespace winnow::formats
