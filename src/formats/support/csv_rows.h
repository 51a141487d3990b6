#pragma once

#include "formats/input/text_input.h"

#include <cstdint>
#include <deque>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// One record of a CSV file.
struct CsvRow
{
    std::vector<std::string> fields;
    std::string raw;       ///< its lines, ended by \n
    std::int64_t line = 0; ///< where it begins, from 1
    bool isBroken =
        false; ///< a quotation mark of it never closes; the next row begins behind the lines in `raw`
    bool isCut = false; ///< the file ended inside quotes: its last field is not whole
};

/// Divides lines into the fields of a row: RFC 4180, and what programs really write. A quotation mark inside
/// a quoted field that no delimiter follows is text; so is one inside an unquoted field.
class CsvFields
{
public:
    CsvFields(char delimiter, std::vector<std::string> &fields)
        : m_delimiter(delimiter)
        , m_fields(fields)
    {}

    /// Takes the next line of the row; returns whether the row ends with it.
    bool take(std::string_view line);

    /// Whether a mark stood where RFC 4180 allows none.
    [[nodiscard]] bool hasStrayMarks() const { return m_hasStrayMarks; }

private:
    std::size_t takeQuoted(std::string_view line, std::size_t at);
    [[nodiscard]] std::size_t behindClosingMark(std::string_view line, std::size_t at) const;

    char m_delimiter;
    std::vector<std::string> &m_fields;
    bool m_isQuoted = false;
    bool m_hasStrayMarks = false;
};

/// Reads CSV (and TSV) row by row: quoted fields may hold line ends; empty lines are skipped. A mark that
/// does not close within 4 MiB breaks only its own line: reading goes on with the next.
class CsvReader
{
public:
    CsvReader(TextInput &input, char delimiter);

    /// Tells how many fields a row of this file has; with it, a mark that never closes is noticed sooner.
    void expectColumns(std::size_t count) { m_columns = count; }

    /// Moves to the next row; false at the end.
    bool next(CsvRow &row);

private:
    struct Line
    {
        std::string text;
        std::int64_t number = 0;
    };

    bool nextLine();
    [[nodiscard]] bool looksLikeRow(std::string_view line) const;
    [[nodiscard]] std::int64_t lastSwallowedRow(const CsvRow &row) const;
    [[nodiscard]] bool isKnownToSwallow(const CsvRow &row) const;
    void giveBackAllButFirst(CsvRow &row);

    TextInput &m_input;
    char m_delimiter;
    std::size_t m_columns = 0;
    std::string_view m_line; ///< valid until the next call of nextLine()
    std::int64_t m_lineNumber = 0;
    Line m_held;             ///< owner of `m_line` when it was given back before
    std::deque<Line> m_back; ///< lines that were given back
    std::size_t m_bytesGivenBack = 0;
    std::int64_t m_openFrom = std::numeric_limits<std::int64_t>::max(); ///< see isKnownToSwallow()
    std::int64_t m_lastSwallowed = 0;
};

/// Appends a field, quoted where it must be.
void appendCsvField(std::string &out, std::string_view field);

/// The cell with a blank before it, where a spreadsheet could take it for a formula. Whoever reads the file
/// drops the blank. A number with a sign is harmless, and stays as it is.
[[nodiscard]] std::string withoutFormula(std::string_view cell);

} // namespace winnow::formats
