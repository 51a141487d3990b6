#pragma once

#include <cstdint>

namespace winnow::rank {

/// Which terms of a record count, and how much.
struct TermScheme
{
    std::uint8_t titleWeight = 1; ///< a term of the title counts this many times
    bool isStemmed = false;       ///< plural and singular are one word
    bool areFieldsApart = false;  ///< no pair begins in the title and ends in the abstract
    bool isPairUnordered = false; ///< "trial clinical" is "clinical trial"
    double mostRecords = 0.95;    ///< a term of a larger share of all records says nothing
    double bareLength = 1;        ///< length of a record without abstract: its few words weigh too much at 1
    bool areNumbersOne = false;   ///< "32 patients" is "118 patients": a number is a number

    bool operator==(const TermScheme &) const = default;
};

} // namespace winnow::rank
