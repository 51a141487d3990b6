#include "gui/searches/drop_zone.h"

#include "gui/theme.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace winnow::gui {

namespace {

constexpr double kRadius = 6;

QStringList filesOf(const QMimeData &data)
{
    QStringList files;
    for (const QUrl &url : data.urls()) {
        if (url.isLocalFile()) {
            files << url.toLocalFile();
        }
    }
    return files;
}

} // namespace

DropZone::DropZone(QWidget *parent)
    : QWidget(parent)
{
    setAcceptDrops(true);
}

void DropZone::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme();
    QPen pen(m_isHeld ? theme.accent : theme.secondaryText);
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_isHeld ? theme.highlight : theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

/// A review among the files is opened by the window.
void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList files = filesOf(*event->mimeData());
    if (!files.isEmpty() && !files.front().endsWith(QStringLiteral(".winnow"))) {
        event->acceptProposedAction();
        setHeld(true);
    }
}

void DropZone::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    setHeld(false);
}

void DropZone::dropEvent(QDropEvent *event)
{
    setHeld(false);
    event->acceptProposedAction();
    Q_EMIT dropped(filesOf(*event->mimeData()));
}

void DropZone::setHeld(bool isHeld)
{
    m_isHeld = isHeld;
    update();
}

} // namespace winnow::gui
