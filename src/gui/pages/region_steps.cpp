#include "gui/pages/region_steps.h"

#include <QKeyEvent>

#include <algorithm>

namespace winnow::gui {

namespace {

constexpr double kStep = 6; ///< points: half a line of small print

std::optional<QPointF> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-kStep, 0);
    case Qt::Key_Right:
        return QPointF(kStep, 0);
    case Qt::Key_Up:
        return QPointF(0, -kStep);
    case Qt::Key_Down:
        return QPointF(0, kStep);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<QRectF> regionAfterKey(const QRectF &region, const QSizeF &paper, const QKeyEvent &event)
{
    const auto direction = directionOf(event.key());
    if (!direction || event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) {
        return std::nullopt;
    }
    const auto within = [](double least, double value, double most) {
        return std::max(least, std::min(value, most));
    };
    QRectF next = region;
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        next.setRight(within(next.left() + kLeastRegion, next.right() + direction->x(), paper.width()));
        next.setBottom(within(next.top() + kLeastRegion, next.bottom() + direction->y(), paper.height()));
    } else {
        next.moveLeft(within(0, next.left() + direction->x(), paper.width() - next.width()));
        next.moveTop(within(0, next.top() + direction->y(), paper.height() - next.height()));
    }
    return next;
}

} // namespace winnow::gui
