#include "gui/flow/flow_view.h"

#include "gui/theme.h"
#include "paint/diagram_painter.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace winnow::gui {

namespace {

constexpr double kMargin = 8; // points of paper around the diagram
constexpr double kPointsAnInch = 72;

QPointF centreOf(const flow::Box &box)
{
    return {box.rect.x + box.rect.width / 2, box.rect.y + box.rect.height / 2};
}

QRectF rectOf(const flow::Box &box)
{
    return {box.rect.x, box.rect.y, box.rect.width, box.rect.height};
}

} // namespace

FlowView::FlowView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("PRISMA flow diagram"));
    setScale(Scale::Fitted);
}

void FlowView::setScale(Scale scale)
{
    m_scale = scale;
    QSizePolicy policy(scale == Scale::Real ? QSizePolicy::Fixed : QSizePolicy::Preferred,
                       scale == Scale::Real ? QSizePolicy::Fixed : QSizePolicy::Preferred);
    policy.setHeightForWidth(scale == Scale::Fitted);
    setSizePolicy(policy);
    updateGeometry();
}

void FlowView::setDiagram(flow::Diagram diagram)
{
    m_diagram = std::move(diagram);
    setAccessibleDescription(QString::fromStdString(m_diagram.description));
    updateGeometry();
    if (m_scale == Scale::Real) {
        resize(sizeHint());
    }
    update();
}

void FlowView::setTips(std::map<std::string, QString> tips)
{
    m_tips = std::move(tips);
    if (!m_tips.contains(m_highlighted)) {
        const auto boxes = openable();
        setHighlighted(hasFocus() && !boxes.empty() ? boxes.front()->id : std::string());
    }
}

double FlowView::scale() const
{
    if (m_scale == Scale::Real) {
        return logicalDpiX() / kPointsAnInch;
    }
    return m_diagram.width > 0 ? width() / (m_diagram.width + 2 * kMargin) : 1;
}

QSize FlowView::sizeHint() const
{
    constexpr int kWidth = 420;
    if (m_scale == Scale::Real && m_diagram.width > 0) {
        return {static_cast<int>(std::ceil((m_diagram.width + 2 * kMargin) * scale())),
                static_cast<int>(std::ceil((m_diagram.height + 2 * kMargin) * scale()))};
    }
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
    const double height = m_scale == Scale::Real ? this->height() : heightForWidth(width());
    painter.fillRect(QRectF(0, 0, width(), height), Qt::white);
    if (m_diagram.width <= 0) {
        return;
    }
    painter.scale(factor, factor);
    painter.translate(kMargin, kMargin);
    paint::paintDiagram(painter, m_diagram, m_highlighted);
    const auto current = std::ranges::find(m_diagram.boxes, m_highlighted, &flow::Box::id);
    if (hasFocus() && current != m_diagram.boxes.end() && !m_highlighted.empty()) {
        painter.setPen(QPen(QColor(0x2F5D8A), 2)); // on white paper, whatever the theme
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rectOf(*current).adjusted(-2, -2, 2, 2));
    }
}

/// The boxes that can be opened, from top to bottom and left to right.
std::vector<const flow::Box *> FlowView::openable() const
{
    std::vector<const flow::Box *> boxes;
    for (const flow::Box &box : m_diagram.boxes) {
        if (m_tips.contains(box.id)) {
            boxes.push_back(&box);
        }
    }
    std::ranges::stable_sort(boxes, [](const flow::Box *one, const flow::Box *other) {
        return std::pair(one->rect.y, one->rect.x) < std::pair(other->rect.y, other->rect.x);
    });
    return boxes;
}

/// The box with records there; nullptr: none.
const flow::Box *FlowView::boxAt(const QPointF &position) const
{
    const QPointF at = position / scale() - QPointF(kMargin, kMargin);
    const auto boxes = openable();
    const auto under =
        std::ranges::find_if(boxes, [&](const flow::Box *box) { return rectOf(*box).contains(at); });
    return under != boxes.end() ? *under : nullptr;
}

void FlowView::mouseMoveEvent(QMouseEvent *event)
{
    const flow::Box *box = boxAt(event->position());
    setHighlighted(box != nullptr ? box->id : std::string());
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
    if (!hasFocus()) {
        setHighlighted({});
    }
}

void FlowView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!m_highlighted.empty()) {
            Q_EMIT boxChosen(marked());
        }
        break;
    case Qt::Key_Left:
        goTowards(-1, 0);
        break;
    case Qt::Key_Right:
        goTowards(1, 0);
        break;
    case Qt::Key_Up:
        goTowards(0, -1);
        break;
    case Qt::Key_Down:
        goTowards(0, 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void FlowView::focusInEvent(QFocusEvent *event)
{
    const auto boxes = openable();
    if (m_highlighted.empty() && !boxes.empty()) {
        const bool isBack = event->reason() == Qt::BacktabFocusReason;
        setHighlighted((isBack ? boxes.back() : boxes.front())->id);
    }
    update();
}

void FlowView::focusOutEvent(QFocusEvent * /*event*/)
{
    setHighlighted({});
    update();
}

bool FlowView::focusNextPrevChild(bool isNext)
{
    return (hasFocus() && step(isNext ? 1 : -1)) || QWidget::focusNextPrevChild(isNext);
}

/// To the next or previous box; false where there is none.
bool FlowView::step(int by)
{
    const auto boxes = openable();
    const auto current =
        std::ranges::find(boxes, m_highlighted, [](const flow::Box *box) { return box->id; });
    const auto place = (current == boxes.end() ? -1 : current - boxes.begin()) + by;
    if (current == boxes.end() || place < 0 || place >= std::ssize(boxes)) {
        return false;
    }
    setHighlighted(boxes[static_cast<std::size_t>(place)]->id);
    return true;
}

/// To the nearest box in a direction; what lies straight ahead is nearer.
void FlowView::goTowards(int x, int y)
{
    const auto boxes = openable();
    const auto current =
        std::ranges::find(boxes, m_highlighted, [](const flow::Box *box) { return box->id; });
    if (current == boxes.end()) {
        return;
    }
    constexpr double kAside = 3; // how much further away a box is for lying aside
    const flow::Box *nearest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (const flow::Box *box : boxes) {
        const QPointF way = centreOf(*box) - centreOf(**current);
        const double ahead = way.x() * x + way.y() * y;
        const double aside = std::abs(way.x() * y) + std::abs(way.y() * x);
        if (ahead > 1 && ahead + kAside * aside < least) {
            least = ahead + kAside * aside;
            nearest = box;
        }
    }
    if (nearest != nullptr) {
        setHighlighted(nearest->id);
    }
}

void FlowView::mark(const QString &box)
{
    setHighlighted(box.toStdString());
}

void FlowView::setHighlighted(const std::string &box)
{
    if (box == m_highlighted) {
        return;
    }
    m_highlighted = box;
    const auto tip = m_tips.find(box);
    setToolTip(tip == m_tips.end() ? QString() : tip->second);
    Q_EMIT tipChanged(toolTip());
    const auto found = std::ranges::find(m_diagram.boxes, box, &flow::Box::id);
    if (!box.empty() && found != m_diagram.boxes.end()) { // read out what the box says
        setAccessibleDescription(QString::fromStdString(found->description) + QStringLiteral(". ") +
                                 toolTip());
        QAccessibleEvent event(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&event);
    }
    update();
}

} // namespace winnow::gui
