#pragma once

#include "evidence/printed.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::publish {

/// A cell of a row; an empty one where the row is too short.
[[nodiscard]] const evidence::PrintedCell &cellAt(const std::vector<evidence::PrintedCell> &cells,
                                                  std::size_t column);

/// How many columns and rows a cell covers, itself first; never more than there are.
[[nodiscard]] int columnsOf(const evidence::PrintedCell &cell, std::size_t column, std::size_t columns);
[[nodiscard]] int rowsOf(const evidence::PrintedCell &cell, std::size_t row, std::size_t rows);

/// Behind the last row that is joined with `row` by cells that cover more than one; at least row + 1.
[[nodiscard]] std::size_t endOfGroup(const evidence::PrintedTable &table, std::size_t row);

/// Whether a row is one cell over all columns that says what the rows below it are about.
[[nodiscard]] bool isSectionRow(const evidence::PrintedTable &table, std::size_t row);

/// That of the cell or, where it has none of its own, of its column.
[[nodiscard]] evidence::Alignment
alignmentOf(const evidence::PrintedTable &table, const evidence::PrintedCell &cell, std::size_t column);

enum class Direction { Same, LeftToRight, RightToLeft };

/// Which way the text of a cell runs, where that is not the way of its table.
[[nodiscard]] Direction directionOf(const evidence::PrintedCell &cell, bool isTableRightToLeft);

/// The shortest decimal text that gives the number again.
[[nodiscard]] std::string plainNumber(double number);

/// `pattern` with `value` in the place of {0}.
[[nodiscard]] std::string filled(std::string_view pattern, std::string_view value);

} // namespace winnow::publish
