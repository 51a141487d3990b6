#pragma once

#include "evidence/linked_rows.h"
#include "evidence/table.h"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace winnow::gui {

/// A row of a table as it is edited.
struct EditedRow
{
    std::string label{};               ///< what it is about where that is not written: a code, a study
    std::optional<std::size_t> at{};   ///< among the rows of the table; none: nothing was written yet
    evidence::Row row;                 ///< with as many cells as the table has columns
    std::vector<std::size_t> linked{}; ///< studies that are linked by hand, by their places in the data
    std::vector<std::size_t> coded{};  ///< that the code of the row links
};

/// The rows of a table that people write in: those of the table, then those of codes or studies for which
/// nothing was written yet.
[[nodiscard]] std::vector<EditedRow> editedRows(const evidence::Table &table,
                                                const evidence::ReviewData &data);

/// Whether people say which rows it has, or in which order.
[[nodiscard]] bool hasOrder(const evidence::Table &table);

/// The places of the columns that people write.
[[nodiscard]] std::vector<std::size_t> writtenColumns(const evidence::Table &table);

/// The columns that the grid shows: all where its rows are those that are written, else those that people
/// write.
[[nodiscard]] std::vector<std::size_t> gridColumns(const evidence::Table &table);

// Columns with the cells under them.
void insertColumn(evidence::Table &table, std::size_t at, const evidence::Column &column);
void removeColumn(evidence::Table &table, std::size_t at);
void moveColumn(evidence::Table &table, std::size_t from, std::size_t to);

/// The rows that share a cell with this one in a merged column: the first, and the one behind the last.
[[nodiscard]] std::pair<std::size_t, std::size_t> sharedRows(const evidence::Table &table,
                                                             const std::vector<EditedRow> &rows,
                                                             std::size_t row,
                                                             std::size_t column);

/// A cell as it is typed: an item of a list a line.
[[nodiscard]] std::string typedText(const evidence::Cell &cell);

/// Several lines make a numbered list; what else the cell holds stays.
void setTyped(evidence::Cell &cell, std::string_view text);

/// Links these studies to a row and no others; keys that are of no study of the review stay.
void linkStudies(evidence::Row &row, const std::set<std::size_t> &chosen, const evidence::ReviewData &data);

} // namespace winnow::gui
