#pragma once

#include <cstdint>

namespace winnow::rank {

/// Which terms of a record count, and how much.
struct TermScheme
{
    std::uint16_t titleWeight = 1; ///< a term of the title counts this many times
    bool isStemmed = false;        ///< plural and singular are one word
    bool areFieldsApart = false;   ///< no pair begins in the title and ends in the abstract
    bool isPairUnordered = false;  ///< "trial clinical" is "clinical trial"
    double mostRecords = 0.95;     ///< a term of a larger share of all records says nothing

    bool operator==(const TermScheme &) const = default;
};

} // namespace winnow::rank
