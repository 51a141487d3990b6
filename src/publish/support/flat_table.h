#pragma once

#include "evidence/printed.h"

#include <string>
#include <vector>

namespace winnow::publish {

/// A printed table without merged cells: in the place of each that is covered stands what covers it.
struct FlatTable
{
    std::vector<std::string> names;                       ///< "Group: Name" below a group
    std::vector<std::vector<evidence::PrintedCell>> rows; ///< as many cells as names
};

[[nodiscard]] FlatTable flatTable(const evidence::PrintedTable &table);

/// The same as text with a field separator; lists are lines in a field. A text that spreadsheets would
/// compute gets a blank before it; a number with a sign does not.
[[nodiscard]] std::string separatedValues(const evidence::PrintedTable &table, char separator);

} // namespace winnow::publish
