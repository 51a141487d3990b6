#include "model/quote_place.h"

#include "base/sha256.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace winnow {

namespace {

constexpr std::size_t kHashLength = 64;
constexpr std::size_t kMostBoxes = 200;
constexpr std::int64_t kMostPages = 1'000'000;
constexpr double kFarthest = 1e6; ///< in points; no page is so large
constexpr std::string_view kPage = "#page=";
constexpr std::string_view kBox = "&box=";

/// To a tenth, without zeros at the end: "72", "100.5".
std::string toTenth(double number)
{
    const double tenths =
        std::isfinite(number) ? std::round(std::clamp(number, -kFarthest, kFarthest) * 10) : 0;
    const auto whole = static_cast<std::int64_t>(tenths);
    std::string text = (whole < 0 ? "-" : "") + std::to_string(std::abs(whole) / 10);
    if (whole % 10 != 0) {
        text += '.' + std::to_string(std::abs(whole) % 10);
    }
    return text;
}

/// Takes a prefix off; false where the text does not begin so.
bool take(std::string_view &text, std::string_view prefix)
{
    if (!text.starts_with(prefix)) {
        return false;
    }
    text.remove_prefix(prefix.size());
    return true;
}

/// Takes a number off the beginning.
template <class Number>
std::optional<Number> takeNumber(std::string_view &text)
{
    Number number = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc()) {
        return std::nullopt;
    }
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

std::optional<QuoteBox> takeBox(std::string_view &text)
{
    std::array<double, 4> sides{};
    for (std::size_t i = 0; i < sides.size(); ++i) {
        if (i > 0 && !take(text, ",")) {
            return std::nullopt;
        }
        const auto side = takeNumber<double>(text);
        if (!side || !(std::abs(*side) <= kFarthest)) {
            return std::nullopt;
        }
        sides.at(i) = *side;
    }
    return QuoteBox{sides[0], sides[1], sides[2], sides[3]};
}

} // namespace

std::string toText(const QuotePlace &place)
{
    std::string text = place.file + std::string(kPage) + std::to_string(place.page + 1);
    for (std::size_t i = 0; i < std::min(place.boxes.size(), kMostBoxes); ++i) {
        const QuoteBox &box = place.boxes[i];
        text += std::string(kBox) + toTenth(box.left) + ',' + toTenth(box.top) + ',' + toTenth(box.right) +
                ',' + toTenth(box.bottom);
    }
    return text;
}

std::optional<QuotePlace> quotePlace(std::string_view text)
{
    QuotePlace place;
    place.file = text.substr(0, kHashLength);
    text.remove_prefix(std::min(kHashLength, text.size()));
    if (!isSha256(place.file) || !take(text, kPage)) {
        return std::nullopt;
    }
    const auto page = takeNumber<std::int64_t>(text);
    if (!page || *page < 1 || *page > kMostPages) {
        return std::nullopt;
    }
    place.page = *page - 1;
    while (!text.empty() && place.boxes.size() < kMostBoxes) {
        const bool isBox = take(text, kBox);
        const auto box = isBox ? takeBox(text) : std::nullopt;
        if (!box) {
            return std::nullopt;
        }
        place.boxes.push_back(*box);
    }
    return text.empty() ? std::optional(std::move(place)) : std::nullopt;
}

} // namespace winnow
