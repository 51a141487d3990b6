#pragma once

#include "publish/support/table_grid.h"

#include <functional>
#include <string>
#include <vector>

namespace winnow::publish {

/// Lines of a cell, wrapped to a width where they can be.
using CellLines =
    std::function<std::vector<std::string>(const evidence::PrintedCell &cell, std::size_t width)>;

/// A table drawn with +, - and |, as pandoc calls it a grid table. It cannot show that cells are merged:
/// those that are covered are blank. Heads over several columns are repeated above each.
/// `hasMarks`: colons below the head tell how columns are aligned.
[[nodiscard]] std::string
drawnGrid(const evidence::PrintedTable &table, const CellLines &linesOf, bool hasMarks);

} // namespace winnow::publish
