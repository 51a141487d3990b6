#include "screening/wording.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace winnow::screening {

namespace {

std::string written(double number, std::chars_format format, int precision)
{
    std::array<char, 64> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), number, format, precision);
    return error == std::errc() ? std::string(text.data(), end) : std::string();
}

} // namespace

std::string percent(double share)
{
    const double most = share < 1 ? 999 : 1000;
    const double tenths = std::min(most, std::round(share * 1000));
    const bool isWhole = std::fmod(tenths, 10) == 0;
    return written(tenths / 10, std::chars_format::fixed, isWhole ? 0 : 1) + " %";
}

std::string probabilityInWords(double p)
{
    return p < 0.001 ? "below 0.001" : written(p, std::chars_format::general, 3);
}

std::string counted(std::int64_t count, std::string_view singular, std::string_view plural)
{
    std::string text = std::to_string(count) + ' ';
    if (count == 1) {
        return text.append(singular);
    }
    return plural.empty() ? text.append(singular).append("s") : text.append(plural);
}

std::string countOrNone(std::int64_t count)
{
    return count == 0 ? "none" : std::to_string(count);
}

} // namespace winnow::screening
