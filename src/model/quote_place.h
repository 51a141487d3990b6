#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace winnow {

/// In points, from the top left corner of the page as it is shown.
struct QuoteBox
{
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    bool operator==(const QuoteBox &) const = default;
};

/// Where a quote stands in an attached PDF, so that it can be opened there again.
struct QuotePlace
{
    std::string file;      ///< its SHA-256; empty: the place is not known
    std::int64_t page = 0; ///< of the file, from 0; what is printed on it may be another number
    std::vector<QuoteBox> boxes{};

    bool operator==(const QuotePlace &) const = default;
};

} // namespace winnow
