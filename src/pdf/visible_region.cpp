#include "pdf/visible_region.h"

#include <algorithm>
#include <cmath>

namespace winnow::pdf {

namespace {

/// From `first`, `length` long, cut to 0 ... `most`.
struct Span
{
    std::int32_t first = 0;
    std::int32_t length = 0;
};

Span cut(std::int32_t first, std::int32_t length, std::int32_t most)
{
    const std::int64_t begin = std::clamp<std::int64_t>(first, 0, most);
    const std::int64_t end = std::clamp<std::int64_t>(std::int64_t{first} + length, begin, most);
    return {static_cast<std::int32_t>(begin), static_cast<std::int32_t>(end - begin)};
}

} // namespace

std::optional<PixelRegion>
visibleRegion(const PageSize &page, double scale, const std::optional<PixelRegion> &region)
{
    const auto width = static_cast<std::int32_t>(std::ceil(page.width * scale));
    const auto height = static_cast<std::int32_t>(std::ceil(page.height * scale));
    const PixelRegion asked = region.value_or(PixelRegion{0, 0, width, height});
    const Span across = cut(asked.left, asked.width, width);
    const Span down = cut(asked.top, asked.height, height);
    if (across.length == 0 || down.length == 0) {
        return {};
    }
    return PixelRegion{across.first, down.first, across.length, down.length};
}

} // namespace winnow::pdf
