#pragma once

#include "expected_records.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace winnow::formats {

/// One field of one record that the two programs read differently.
struct Difference
{
    std::string file;
    std::size_t number = 0; ///< of the expected record, from 1
    std::string field;
    std::string ours;
    std::string theirs;
};

/// What came out of comparing files. Fields that only one side has are counted apart.
struct Agreement
{
    std::size_t files = 0;
    std::size_t records = 0;
    std::size_t unmatched = 0; ///< expected records without one of ours
    std::size_t compared = 0;
    std::size_t equal = 0;
    std::map<std::string, std::size_t> onlyOurs;   ///< by field
    std::map<std::string, std::size_t> onlyTheirs; ///< by field
    std::vector<Difference> differences;
};

/// Compares the fields that both have, apart from letter case, white space, full stops and colons, and the
/// shapes of dashes, quotation marks and small digits. Of several ISSNs
/// one in common is enough. Records go by their keys, then by their titles, and otherwise by their places
/// where there are as many.
void compareRecords(const std::string &file,
                    const std::vector<Record> &ours,
                    const std::vector<ExpectedRecord> &theirs,
                    Agreement &agreement);

} // namespace winnow::formats
