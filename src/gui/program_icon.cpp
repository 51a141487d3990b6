#include "gui/program_icon.h"

#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

// Resources of a static library are dropped where nothing asks for them; the macro works outside of
// namespaces only.
static void initialiseResources()
{
    Q_INIT_RESOURCE(winnow);
}

namespace winnow::gui {

QIcon programIcon()
{
    initialiseResources();
    // Drawn here and not by the icon plugin of Qt, which may be missing.
    QSvgRenderer drawing(QStringLiteral(":/winnow.svg"));
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawing.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace winnow::gui
