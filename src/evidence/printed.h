#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace winnow::evidence {

/// A stretch of a cell of references: what is printed, and the reference that it leads to.
struct CitedText
{
    std::string text; ///< "6", ", ", "–"
    std::string key;  ///< of the reference; empty: punctuation

    bool operator==(const CitedText &) const = default;
};

/// What a cell rests on, word for word.
struct CellQuote
{
    std::string text;
    std::string page;     ///< as printed: "12", "S4"; may be empty
    std::string source{}; ///< "Hassan 2020"; may be empty
    std::string place{};  ///< in an attached PDF, see model/quote_place.h; may be empty

    bool operator==(const CellQuote &) const = default;
};

enum class Alignment { Start, Centre, End };

/// A cell with what is printed in it. `text` is the whole as plain text, or empty where `items` is filled.
struct PrintedCell
{
    std::string text;
    std::vector<std::string> items; ///< a numbered list, when not empty
    std::vector<CitedText> cited;   ///< `text` in pieces, where it holds references
    std::vector<CellQuote> quotes;  ///< what it rests on; shown where the output can
    std::optional<double> number;   ///< the cell is this number, for outputs that type their cells
    int rowSpan = 1;                ///< how many rows it covers, itself first
    int columnSpan = 1;             ///< likewise
    bool isCovered = false;         ///< lies under a cell above or before it: is not printed. Its `text` is
                                    ///< that of the covering cell, for outputs that cannot merge
    bool isHead = false;            ///< names its row, or those below it
    bool isSuperscript = false;     ///< `text` is raised, as some journals print references
    std::optional<std::uint32_t> fill{}; ///< 0xRRGGBB, always beside a text that says the same
    Alignment alignment = Alignment::Start;

    bool operator==(const PrintedCell &) const = default;
};

struct PrintedColumn
{
    std::string name;
    double share = 1; ///< of the width of the table, in relation to the other columns; where all are equal,
                      ///< outputs give each column what its texts need
    Alignment alignment = Alignment::Start;
    bool isReferences = false;

    bool operator==(const PrintedColumn &) const = default;
};

struct PrintedRow
{
    std::vector<PrintedCell> cells; ///< as many as columns
    std::string note;               ///< a remark that is kept with the data and not printed

    bool operator==(const PrintedRow &) const = default;
};

/// A table as it is printed. All outputs write it; it says nothing of where its texts came from.
struct PrintedTable
{
    std::string id;      ///< "table-1"
    std::string caption; ///< without number
    int number = 0;      ///< "Table 1"; 0: it has none
    std::string language = "en";
    bool isLandscape = false;
    bool isRightToLeft = false; ///< the columns run from the right
    std::string head;           ///< a block of text between caption and table, lines divided by line ends
    std::vector<PrintedColumn> columns;
    std::vector<std::vector<PrintedCell>> groups; ///< head rows above that of the columns' names, as many
                                                  ///< cells as columns; most tables have none
    std::vector<PrintedRow> rows;
    std::vector<std::string> notes; ///< below the table

    bool operator==(const PrintedTable &) const = default;
};

} // namespace winnow::evidence
