#include "paint/diagram_painter.h"

#include <QFont>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace winnow::paint {

namespace {

constexpr QColor kMark{0x2F, 0x5D, 0x8A}; ///< the outline of the box under the pointer

QRectF toRect(const flow::Rect &rect)
{
    return {rect.x, rect.y, rect.width, rect.height};
}

QFont fontFor(const flow::TextLine &line, double size)
{
    QFont font(QStringLiteral("Liberation Sans"));
    font.setStyleHint(QFont::SansSerif);
    // A painter unit is a point whatever the device's resolution, so the size is given in pixels of the
    // painter.
    font.setPixelSize(static_cast<int>(std::lround(flow::sizeOf(line, size) * 16)));
    font.setItalic(line.isItalic);
    font.setBold(line.isBold);
    return font;
}

/// Draws text at sixteen times its size under a scaled painter: QFont has no fractional pixel sizes.
void drawText(QPainter &painter, const QPointF &at, const flow::TextLine &line, double size)
{
    painter.save();
    painter.translate(at);
    painter.scale(1.0 / 16, 1.0 / 16);
    painter.setFont(fontFor(line, size));
    painter.drawText(QPointF(0, 0), QString::fromStdString(line.text));
    painter.restore();
}

double widthOf(const flow::TextLine &line, double size)
{
    return QFontMetricsF(fontFor(line, size)).horizontalAdvance(QString::fromStdString(line.text)) / 16;
}

void drawSideLabel(QPainter &painter, const flow::Box &box, double size)
{
    for (const flow::TextLine &line : box.lines) {
        painter.save();
        painter.translate(toRect(box.rect).center());
        painter.rotate(-90);
        drawText(painter, QPointF(-widthOf(line, size) / 2, size * 0.35), line, size);
        painter.restore();
    }
}

void drawLine(QPainter &painter, const flow::TextLine &line, double size)
{
    const double left = line.anchor == flow::Anchor::Middle ? line.x - widthOf(line, size) / 2 : line.x;
    drawText(painter, QPointF(left, line.baseline), line, size);
}

void drawBox(
    QPainter &painter, const flow::Box &box, double size, bool isHighlighted, const flow::Theme &theme)
{
    const QPen outline(QColor::fromRgb(theme.ink), theme.lineWidth);
    painter.setPen(isHighlighted                ? QPen(kMark, 2 * theme.lineWidth)
                   : flow::isFramed(box, theme) ? outline
                                                : QPen(Qt::NoPen));
    painter.setBrush(QColor::fromRgb(flow::fillOf(box, theme)));
    const double radius = flow::isRound(box) ? theme.cornerRadius : 0;
    if (box.kind == flow::BoxKind::Disc) {
        painter.drawEllipse(toRect(box.rect));
    } else {
        painter.drawRoundedRect(toRect(box.rect), radius, radius);
    }
    painter.setPen(QColor::fromRgb(flow::inkOf(box, theme)));
    if (box.kind == flow::BoxKind::SideLabel) {
        drawSideLabel(painter, box, size);
        return;
    }
    for (const flow::TextLine &line : box.lines) {
        drawLine(painter, line, size);
    }
}

void drawArrow(QPainter &painter, const flow::Arrow &arrow, const flow::Theme &theme)
{
    if (arrow.points.size() < 2) {
        return;
    }
    QPolygonF path;
    for (const auto &[x, y] : arrow.points) {
        path << QPointF(x, y);
    }
    const QPointF tip = path.last();
    const QPointF before = path.at(path.size() - 2);
    const double length = std::hypot(tip.x() - before.x(), tip.y() - before.y());
    if (length <= 0) {
        return;
    }
    const QPointF along = (tip - before) / length;
    const QPointF across(-along.y(), along.x());
    const QPointF base = tip - along * theme.headLength;
    path.last() = base;
    painter.setPen(QPen(QColor::fromRgb(theme.ink), theme.lineWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromRgb(theme.ink));
    painter.drawPolygon(
        QPolygonF({tip, base + across * theme.headHalfWidth, base - across * theme.headHalfWidth}));
}

} // namespace

void paintDiagram(QPainter &painter, const flow::Diagram &diagram, const std::string &highlighted)
{
    const flow::Theme &theme = diagram.theme;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const flow::Arrow &arrow : diagram.arrows) {
        drawArrow(painter, arrow, theme);
    }
    for (const flow::Box &box : diagram.boxes) {
        drawBox(painter, box, diagram.fontSize, !highlighted.empty() && box.id == highlighted, theme);
    }
    painter.setPen(QColor::fromRgb(theme.ink));
    for (const flow::TextLine &line : diagram.footnotes) {
        drawLine(painter, line, diagram.fontSize);
    }
    painter.restore();
}

} // namespace winnow::paint
