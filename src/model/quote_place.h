#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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
    std::string file;      ///< its SHA-256
    std::int64_t page = 0; ///< of the file, from 0; what is printed on it may be another number
    std::vector<QuoteBox> boxes{};

    bool operator==(const QuotePlace &) const = default;
};

/// "3f9a...#page=4&box=72,100.5,300,112", the page from 1 and each box as left, top, right, bottom to a tenth
/// of a point, as it is kept with a quote. At most 200 boxes are kept.
[[nodiscard]] std::string toText(const QuotePlace &place);

/// Nothing where the text is none of these.
[[nodiscard]] std::optional<QuotePlace> quotePlace(std::string_view text);

} // namespace winnow
