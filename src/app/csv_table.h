#pragma once

#include "base/result.h"
#include "formats/input/text_input.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

/// A row of a table in a file.
struct TableRow
{
    std::vector<std::string>
        fields;            ///< of readTable(): one for each column that was asked for, perhaps empty
    std::int64_t line = 0; ///< of the file, from 1
};

/// The rows of a CSV or TSV text (commas, semicolons or tabs) that are not empty: at most `most` and one
/// more, so that the caller can refuse what has more. Fails with WrongFormat where a quotation mark never
/// closes.
[[nodiscard]] Result<std::vector<TableRow>> rowsOf(formats::TextInput &input, std::size_t most);

/// Reads a CSV or TSV file (commas, semicolons or tabs) whose first row names its columns, in any order and
/// letter case. Empty rows are left out. Fails with WrongFormat where one of the first `required` columns is
/// missing or one has another name, naming those that there can be, or a quotation mark never closes.
[[nodiscard]] Result<std::vector<TableRow>>
readTable(const std::filesystem::path &file, std::span<const std::string_view> columns, std::size_t required);

/// What the first row of such a file names; nothing where the file is empty.
[[nodiscard]] Result<std::vector<std::string>> columnNames(const std::filesystem::path &file);

/// Writes such a file with commas.
[[nodiscard]] Result<void> writeTable(const std::filesystem::path &file,
                                      std::span<const std::string_view> columns,
                                      const std::vector<std::vector<std::string>> &rows);

/// "evidence.csv, line 12": where a row stands, for messages.
[[nodiscard]] std::string placeOf(const std::filesystem::path &file, const TableRow &row);

} // namespace winnow::app
