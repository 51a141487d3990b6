#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace winnow::flow {

/// Colours (0xRRGGBB) and strokes (points) of a diagram, for whoever draws it. The ink has a contrast of at
/// least 7 : 1 on every fill of every theme.
struct Theme
{
    std::uint32_t paper = 0xFFFFFF;
    std::uint32_t ink = 0x000000;
    std::uint32_t box = 0xFFFFFF;
    std::uint32_t optionalBox = 0xDCDCDC; ///< boxes that PRISMA prints in grey: complete if applicable
    std::uint32_t header = 0xFFC125;
    std::uint32_t optionalHeader = 0xDCDCDC;
    std::uint32_t sideLabel = 0xBCD2EE;
    bool framesAll = false; ///< whether headers and side labels have an outline, too
    double lineWidth = 0.75;
    double headLength = 5; ///< of an arrow
    double headHalfWidth = 2.2;
    double cornerRadius = 4; ///< of header and side labels
};

enum class Colours {
    Official, ///< of the template
    Grey,
    BlackAndWhite,
};

[[nodiscard]] const Theme &themeOf(Colours colours);

/// "colour", "grey", "bw".
[[nodiscard]] std::string_view toString(Colours colours);
[[nodiscard]] std::optional<Colours> coloursFromString(std::string_view name);

/// Contrast of two colours by WCAG 2.2, success criterion 1.4.3: from 1 to 21.
[[nodiscard]] double contrast(std::uint32_t one, std::uint32_t other);

} // namespace winnow::flow
