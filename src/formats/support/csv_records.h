#pragma once

#include "formats/format.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// How the files of one kind of CSV differ from others.
struct CsvDialect
{
    std::span<const std::string_view>
        keyColumns; ///< whose value is the record's key, as nameOfColumn(); the first that is filled
    bool hasUnicodeEscapes = false; ///< Scopus writes \u2019 in some files
};

/// The line of a CSV file that names the columns.
struct CsvHeader
{
    char delimiter = ',';
    std::int64_t linesBefore = 0;   ///< a title or a search query may stand above it
    std::vector<std::string> names; ///< as the file spells them
    std::size_t known = 0;          ///< how many of them mean something to Winnow
    bool hasTitle = false;
};

/// Finds the header in the beginning of a file: the line among the first twenty, and the delimiter (comma,
/// semicolon or tab), that make most columns known. Nothing where no line names a title.
[[nodiscard]] std::optional<CsvHeader> findCsvHeader(std::string_view head);

/// A column name reduced to its letters and digits in lower case: "Author(s) ID" -> "authorsid".
[[nodiscard]] std::string nameOfColumn(std::string_view column);

/// Reads a CSV file with a header line; columns are known in the spellings of the databases and tools that
/// write them.
[[nodiscard]] Result<void> readCsv(TextInput &input, RecordSink &sink, const CsvDialect &dialect);

} // namespace winnow::formats
