#include "publish/support/cairo_painter.h"
#include "publish/support/canvas.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace winnow::publish {

namespace {

constexpr int kMaxSide = 32'000; ///< cairo's and many programs' limit is 32,767
constexpr double kMaxPixels = 600e6;
constexpr int kStripPixels = 4'000'000; ///< four bytes each

std::string pixels(double side)
{
    return std::to_string(std::llround(side));
}

/// cairo's pixels (0x00RRGGBB in the order of the machine) as bytes.
void convert(const std::uint8_t *from, const Raster &raster, std::vector<std::uint8_t> &row)
{
    std::uint8_t *to = row.data();
    for (int x = 0; x < raster.width; ++x) {
        std::uint32_t pixel = 0;
        std::memcpy(&pixel, from + static_cast<std::ptrdiff_t>(x) * 4, 4);
        if (raster.channels == 1) {
            *to++ = static_cast<std::uint8_t>(pixel >> 8U);
        } else {
            *to++ = static_cast<std::uint8_t>(pixel >> 16U);
            *to++ = static_cast<std::uint8_t>(pixel >> 8U);
            *to++ = static_cast<std::uint8_t>(pixel);
        }
    }
}

} // namespace

Result<Raster> rasterOf(const flow::Diagram &diagram, double dpi)
{
    if (!(dpi >= kMinDpi && dpi <= kMaxDpi)) {
        return Error{ErrorCode::Unsupported,
                     "The resolution of a picture must be from 72 to 2400 dpi; journals ask for 300 to 1200.",
                     {},
                     {}};
    }
    const double width = std::max(1.0, std::round(diagram.width * dpi / 72));
    const double height = std::max(1.0, std::round(diagram.height * dpi / 72));
    if (width > kMaxSide || height > kMaxSide || width * height > kMaxPixels) {
        return Error{
            ErrorCode::Unsupported,
            "At " + pixels(dpi) + " dpi the diagram would have " + pixels(width) + " x " + pixels(height) +
                " pixels, too many for a picture; choose a lower resolution, or write PDF, EPS or SVG.",
            {},
            {}};
    }
    return Raster{static_cast<int>(width), static_cast<int>(height), isGrey(diagram) ? 1 : 3};
}

Result<void>
drawRows(const flow::Diagram &diagram, const Raster &raster, const std::function<bool(PixelRow)> &take)
{
    const CairoPainter painter(diagram, Glyphs::Outlines);
    const int stripHeight = std::clamp(kStripPixels / raster.width, 1, raster.height);
    std::vector<std::uint8_t> row(static_cast<std::size_t>(raster.width) *
                                  static_cast<std::size_t>(raster.channels));
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, raster.width, stripHeight));
    for (int top = 0; top < raster.height; top += stripHeight) {
        {
            const Cairo cairo(cairo_create(surface.get()));
            cairo_set_source_rgb(cairo.get(), 1, 1, 1);
            cairo_paint(cairo.get());
            cairo_translate(cairo.get(), 0, -top);
            cairo_scale(cairo.get(), raster.width / diagram.width, raster.height / diagram.height);
            painter.draw(cairo.get(), false);
            if (const cairo_status_t status = cairo_status(cairo.get()); status != CAIRO_STATUS_SUCCESS) {
                return Error{ErrorCode::Internal,
                             "The picture could not be drawn; choose a lower resolution.",
                             cairo_status_to_string(status),
                             {}};
            }
        }
        cairo_surface_flush(surface.get());
        const std::uint8_t *bytes = cairo_image_surface_get_data(surface.get());
        const int stride = cairo_image_surface_get_stride(surface.get());
        for (int y = 0; y < std::min(stripHeight, raster.height - top); ++y) {
            convert(bytes + static_cast<std::ptrdiff_t>(y) * stride, raster, row);
            if (!take(row)) {
                return {};
            }
        }
    }
    return {};
}

} // namespace winnow::publish
