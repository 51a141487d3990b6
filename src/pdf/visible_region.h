#pragma once

#include "pdf/content.h"

#include <optional>

namespace winnow::pdf {

/// What of `region` is on a page at that scale, or all of the page without one; nothing where nothing is.
/// `page` is within kMostPoints, `scale` within kMostScale.
[[nodiscard]] std::optional<PixelRegion>
visibleRegion(const PageSize &page, double scale, const std::optional<PixelRegion> &region);

} // namespace winnow::pdf
