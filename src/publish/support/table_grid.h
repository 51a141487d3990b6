#pragma once

#include "evidence/printed.h"
#include "publish/document.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::publish {

enum class GridRowKind { Group, Names, Body };

/// A place of the grid of a printed table.
struct GridCell
{
    evidence::PrintedCell cell;
    int rowSpan = 1;    ///< that really can be covered
    int columnSpan = 1; ///< likewise
    bool isCovered = false;
    std::size_t ownerRow = 0;    ///< of a covered cell: where the cell that covers it is
    std::size_t ownerColumn = 0; ///< likewise
};

struct GridRow
{
    GridRowKind kind = GridRowKind::Body;
    std::vector<GridCell> cells; ///< as many as columns
    std::string note;
};

/// A printed table whose spans can be trusted: each lies inside its head or body, and hides nothing but cells
/// that say of themselves that they are covered. Rows have as many cells as there are columns. A cell that
/// says that it is covered, but is not, is printed. Cells without an alignment of their own have that of
/// their column; heads over several columns stand in the middle of them.
struct TableGrid
{
    std::size_t columns = 0;
    std::size_t headRows = 0;
    std::vector<GridRow> rows; ///< those of the head first

    /// The cell that is printed at a place: the one that covers it, where it is covered.
    [[nodiscard]] const GridCell &printedAt(std::size_t row, std::size_t column) const;

    /// Behind the last row that is joined with `row` by cells that cover more than one; at least row + 1.
    [[nodiscard]] std::size_t endOfGroup(std::size_t row) const;

    /// Whether a row is one cell over all columns that says what the rows below it are about.
    [[nodiscard]] bool isSection(std::size_t row) const;
};

[[nodiscard]] TableGrid gridOf(const evidence::PrintedTable &table);

/// The names of the columns in one line each, for outputs with one head row: those of the groups above a name
/// stand before it, set apart by `separator`.
[[nodiscard]] std::vector<std::string> headNames(const TableGrid &grid, std::string_view separator);

/// Shares of the columns that add up to 1: those of the table, or by what stands in the columns where all of
/// those are equal.
[[nodiscard]] std::vector<double> columnShares(const evidence::PrintedTable &table);

/// Whole numbers for the shares that add up to `total`.
[[nodiscard]] std::vector<long> divided(const std::vector<double> &shares, long total);

/// Widths of the columns in twentieths of a point that add up to `points`.
[[nodiscard]] std::vector<long> columnTwips(const evidence::PrintedTable &table, double points);

/// Width of `span` columns from `column` on.
[[nodiscard]] long widthOver(const std::vector<long> &twips, std::size_t column, int span);

/// Whether a row may be kept on one page. One that is longer than most of a page may not.
[[nodiscard]] bool isShort(const GridRow &row, const std::vector<long> &twips);

/// Text of a cell as lines: a list as "1. a" and "2. b", each on a line of its own.
[[nodiscard]] std::string plainText(const evidence::PrintedCell &cell);

/// A table of texts as a printed one: first cells that are empty lie under the cell above, rows that say what
/// those below are about go over all columns.
[[nodiscard]] evidence::PrintedTable printedFrom(const TextTable &table);

/// Whether a block of a document is printed on a page that lies across; headings go with what follows them.
[[nodiscard]] bool isPrintedAcross(const Document &document, std::size_t block);

/// What a table is, told in a sentence, for those who cannot see it.
[[nodiscard]] std::string tableDescription(const evidence::PrintedTable &table);

} // namespace winnow::publish
