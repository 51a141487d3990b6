#include "flow/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace winnow::flow {

namespace {

struct Named
{
    Colours colours;
    std::string_view name;
    Theme theme;
};

constexpr std::array<Named, 3> kThemes{{
    {Colours::Official, "colour", {}},
    {Colours::Grey,
     "grey",
     {.optionalBox = 0xEBEBEB, .header = 0xD0D0D0, .optionalHeader = 0xEBEBEB, .sideLabel = 0xDCDCDC}},
    {Colours::BlackAndWhite,
     "bw",
     {.optionalBox = 0xFFFFFF,
      .header = 0xFFFFFF,
      .optionalHeader = 0xFFFFFF,
      .sideLabel = 0xFFFFFF,
      .framesAll = true}},
}};

/// Relative luminance by WCAG 2.2.
double luminance(std::uint32_t colour)
{
    const auto part = [&](unsigned shift) {
        const double value = static_cast<double>((colour >> shift) & 0xFFU) / 255;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0);
}

} // namespace

const Theme &themeOf(Colours colours)
{
    return std::ranges::find(kThemes, colours, &Named::colours)->theme;
}

std::string_view toString(Colours colours)
{
    return std::ranges::find(kThemes, colours, &Named::colours)->name;
}

std::optional<Colours> coloursFromString(std::string_view name)
{
    const auto *const found = std::ranges::find(kThemes, name, &Named::name);
    return found == kThemes.end() ? std::nullopt : std::optional(found->colours);
}

double contrast(std::uint32_t one, std::uint32_t other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace winnow::flow
