#include "gui/icons/icons.h"

#include <QColor>
#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

// Resources of a static library are linked only where somebody asks for them, which a namespace forbids.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace winnow::gui {

QPixmap iconOf(const QString &name, const QColor &colour, int size, qreal pixelRatio)
{
    const QString key = QStringLiteral("%1 %2 %3 %4").arg(name, colour.name()).arg(size).arg(pixelRatio);
    QPixmap icon;
    if (QPixmapCache::find(key, &icon)) {
        return icon;
    }
    registerIcons();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QByteArray drawing = file.readAll();
    drawing.replace("#000000", colour.name().toLatin1());
    const int pixels = static_cast<int>(std::lround(size * pixelRatio));
    icon = QPixmap(pixels, pixels);
    icon.fill(Qt::transparent);
    QPainter painter(&icon);
    QSvgRenderer(drawing).render(&painter);
    painter.end();
    icon.setDevicePixelRatio(pixelRatio);
    QPixmapCache::insert(key, icon);
    return icon;
}

} // namespace winnow::gui
