#pragma once

#include "base/result.h"
#include "flow/diagram.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>

namespace winnow::publish {

/// A PDF of one page that is as large as the diagram: real text in the order of the boxes, fonts embedded,
/// tagged, its own data from title, description and attribution. No date, so that the bytes stay the same.
[[nodiscard]] Result<std::string> asPdf(const flow::Diagram &diagram);

/// Encapsulated PostScript (level 2) with the bounding box of the diagram and embedded fonts.
[[nodiscard]] Result<std::string> asEps(const flow::Diagram &diagram);

/// A diagram as pixels, drawn in strips, so that memory does not grow with the resolution.
struct Raster
{
    int width = 0;
    int height = 0;
    int channels = 3; ///< 1: grey, for diagrams in greys alone; 3: RGB
};

/// Eight bits for each channel; no alpha.
using PixelRow = std::span<const std::uint8_t>;

constexpr double kMinDpi = 72;
constexpr double kMaxDpi = 2400;

/// The picture's size. Unsupported where the resolution is out of range or the picture would be too large for
/// the programs that read it; the message says what to choose instead.
[[nodiscard]] Result<Raster> rasterOf(const flow::Diagram &diagram, double dpi);

/// Hands over every row of the picture from the top; ends early when `take` says no.
[[nodiscard]] Result<void>
drawRows(const flow::Diagram &diagram, const Raster &raster, const std::function<bool(PixelRow)> &take);

} // namespace winnow::publish
