#pragma once

#include <cstdint>

namespace winnow::flow {

/// Colours (0xRRGGBB) and strokes (points) of the official template, for whoever draws a Diagram. Black text
/// on either fill has a contrast above 12 : 1.
struct Theme
{
    std::uint32_t header = 0xFFC125;
    std::uint32_t sideLabel = 0xBCD2EE;
    std::uint32_t box = 0xFFFFFF;
    std::uint32_t ink = 0x1F2328;
    double lineWidth = 0.75;
    double headLength = 5; ///< of an arrow
    double headHalfWidth = 2.2;
    double cornerRadius = 4; ///< of header and side labels
};

} // namespace winnow::flow
