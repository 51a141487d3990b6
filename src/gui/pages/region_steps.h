#pragma once

#include <QRectF>
#include <QSizeF>

#include <optional>

class QKeyEvent;

namespace winnow::gui {

/// Points; less is a slip of the hand.
inline constexpr double kLeastRegion = 4;

/// A part of a page, in points, after a key: arrows move it, with Shift its right and its lower edge. It
/// stays on the paper and keeps kLeastRegion; none: no key for that, as with Ctrl, Alt or Meta.
[[nodiscard]] std::optional<QRectF>
regionAfterKey(const QRectF &region, const QSizeF &paper, const QKeyEvent &event);

} // namespace winnow::gui
