#pragma once

#include "model/record.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// Adds the names in one cell: divided by semicolons, by " and ", by bars, or by commas ("Gatica, G.N.,
/// Sequeira, F.A." of old Scopus files, "Wilson LN, Gardner JD" of PubMed). A number in parentheses behind a
/// name is the source's id of the person and is dropped.
void addCsvAuthors(Record &record, std::string_view cell);

/// The cell that addCsvAuthors() reads back.
[[nodiscard]] std::string csvAuthorCell(const std::vector<PersonName> &authors);

} // namespace winnow::formats
