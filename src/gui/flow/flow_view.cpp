#include "gui/flow/flow_view.h"

#include "paint/diagram_painter.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace winnow::gui {

namespace {

constexpr double kMargin = 8; // points of paper around the diagram

} // namespace

FlowView::FlowView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("PRISMA flow diagram"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowView::setDiagram(flow::Diagram diagram)
{
    m_diagram = std::move(diagram);
    setAccessibleDescription(QString::fromStdString(m_diagram.description));
    updateGeometry();
    update();
}

double FlowView::scale() const
{
    return m_diagram.width > 0 ? width() / (m_diagram.width + 2 * kMargin) : 1;
}

QSize FlowView::sizeHint() const
{
    constexpr int kWidth = 420;
    return {kWidth, heightForWidth(kWidth)};
}

int FlowView::heightForWidth(int width) const
{
    if (m_diagram.width <= 0) {
        return width;
    }
    return static_cast<int>(
        std::ceil((m_diagram.height + 2 * kMargin) * width / (m_diagram.width + 2 * kMargin)));
}

void FlowView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    const double factor = scale();
    painter.fillRect(QRectF(0, 0, width(), heightForWidth(width())), Qt::white);
    painter.scale(factor, factor);
    painter.translate(kMargin, kMargin);
    paint::paintDiagram(painter, m_diagram, m_highlighted);
}

/// The box with a number there; nullptr: none.
const flow::Box *FlowView::boxAt(const QPointF &position) const
{
    const QPointF at = position / scale() - QPointF(kMargin, kMargin);
    const auto under = std::ranges::find_if(m_diagram.boxes, [&](const flow::Box &box) {
        return (box.kind == flow::BoxKind::Main || box.kind == flow::BoxKind::OptionalMain) &&
               QRectF(box.rect.x, box.rect.y, box.rect.width, box.rect.height).contains(at);
    });
    return under != m_diagram.boxes.end() ? &*under : nullptr;
}

void FlowView::mouseMoveEvent(QMouseEvent *event)
{
    const flow::Box *box = boxAt(event->position());
    setHighlighted(box != nullptr ? box->id : std::string());
    setToolTip(box != nullptr ? QString::fromStdString(box->description) : QString());
    setCursor(box != nullptr ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void FlowView::mouseReleaseEvent(QMouseEvent *event)
{
    const flow::Box *box = boxAt(event->position());
    if (box != nullptr && event->button() == Qt::LeftButton) {
        Q_EMIT boxChosen(QString::fromStdString(box->id));
    }
}

void FlowView::leaveEvent(QEvent * /*event*/)
{
    setHighlighted({});
}

void FlowView::setHighlighted(const std::string &box)
{
    if (box != m_highlighted) {
        m_highlighted = box;
        update();
    }
}

} // namespace winnow::gui
