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

/// The names of one cell, where they take more than addCsvAuthors().
struct CsvNames
{
    std::vector<PersonName> names;
    bool areSure = true; ///< false: two names may have stayed one
};

/// "EN Reyes, \u00D6 Sari" of Google Scholar: initials in capitals, then the family name. Cells of other
/// custom are read as addCsvAuthors() does.
[[nodiscard]] CsvNames initialsFirstNames(std::string_view cell);

/// "Anna ReyesKofi McDonaldJing Li" of SpringerLink: nothing between two names, the family name last. A seam
/// is where a capital follows a small letter between two words; "WenGuang", "DeLuca" and "McDonald" have
/// none. What may or may not be one stays together.
[[nodiscard]] CsvNames gluedNames(std::string_view cell);

/// The cell that addCsvAuthors() reads back.
[[nodiscard]] std::string csvAuthorCell(const std::vector<PersonName> &authors);

} // namespace winnow::formats
