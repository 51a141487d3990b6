#include "paint/diagram_painter.h"

#include "flow/theme.h"

#include <QFont>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace winnow::paint {

namespace {

constexpr flow::Theme kTheme;

/// The colours of the official template, and the mark of a box under the pointer.
struct Palette
{
    QColor header = QColor::fromRgb(kTheme.header);
    QColor sideLabel = QColor::fromRgb(kTheme.sideLabel);
    QColor box = QColor::fromRgb(kTheme.box);
    QColor line = QColor::fromRgb(kTheme.ink);
    QColor mark{0x2F, 0x5D, 0x8A};
};

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
    font.setPixelSize(static_cast<int>(std::lround(size * 16)));
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

void drawSideLabel(QPainter &painter, const flow::Box &box, double size)
{
    for (const flow::TextLine &line : box.lines) {
        const QFontMetricsF metrics(fontFor(line, size));
        const double width = metrics.horizontalAdvance(QString::fromStdString(line.text)) / 16;
        painter.save();
        painter.translate(toRect(box.rect).center());
        painter.rotate(-90);
        drawText(painter, QPointF(-width / 2, size * 0.35), line, size);
        painter.restore();
    }
}

void drawBox(QPainter &painter, const flow::Box &box, double size, bool isHighlighted, const Palette &palette)
{
    const bool isPlain = box.kind == flow::BoxKind::Main;
    const QColor fill = isPlain                             ? palette.box
                        : box.kind == flow::BoxKind::Header ? palette.header
                                                            : palette.sideLabel;
    painter.setPen(isPlain || isHighlighted ? QPen(isHighlighted ? palette.mark : palette.line,
                                                   isHighlighted ? 2 * kTheme.lineWidth : kTheme.lineWidth)
                                            : QPen(Qt::NoPen));
    painter.setBrush(fill);
    if (isPlain) {
        painter.drawRect(toRect(box.rect));
    } else {
        painter.drawRoundedRect(toRect(box.rect), kTheme.cornerRadius, kTheme.cornerRadius);
    }
    painter.setPen(palette.line);
    if (box.kind == flow::BoxKind::SideLabel) {
        drawSideLabel(painter, box, size);
        return;
    }
    for (const flow::TextLine &line : box.lines) {
        drawText(painter, QPointF(line.x, line.baseline), line, size);
    }
}

void drawArrow(QPainter &painter, const flow::Arrow &arrow, const Palette &palette)
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
    const QPointF base = tip - along * kTheme.headLength;
    path.last() = base;
    painter.setPen(QPen(palette.line, kTheme.lineWidth));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.line);
    painter.drawPolygon(
        QPolygonF({tip, base + across * kTheme.headHalfWidth, base - across * kTheme.headHalfWidth}));
}

} // namespace

void paintDiagram(QPainter &painter, const flow::Diagram &diagram, const std::string &highlighted)
{
    const Palette palette;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const flow::Arrow &arrow : diagram.arrows) {
        drawArrow(painter, arrow, palette);
    }
    for (const flow::Box &box : diagram.boxes) {
        drawBox(painter, box, diagram.fontSize, !highlighted.empty() && box.id == highlighted, palette);
    }
    painter.setPen(palette.line);
    for (const flow::TextLine &line : diagram.footnotes) {
        drawText(painter, QPointF(line.x, line.baseline), line, diagram.fontSize);
    }
    painter.restore();
}

} // namespace winnow::paint
