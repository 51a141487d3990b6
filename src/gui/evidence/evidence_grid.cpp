#include "gui/evidence/evidence_grid.h"

#include <QDropEvent>
#include <QMimeData>
#include <QSignalBlocker>

namespace winnow::gui {

namespace {

const QString kStudies = QStringLiteral("application/x-winnow-studies");
constexpr int kPlaceRole = Qt::UserRole;

} // namespace

StudyDrawer::StudyDrawer(QWidget *parent)
    : QListWidget(parent)
{
    setAccessibleName(tr("Studies that no row rests on yet"));
    setSelectionMode(ExtendedSelection);
    setDragEnabled(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
}

/// What is chosen stays chosen.
void StudyDrawer::setLines(const std::vector<Line> &lines)
{
    const QList<int> before = chosen();
    const int row = currentRow();
    clear();
    for (const Line &line : lines) {
        auto *item = new QListWidgetItem(line.text, this);
        item->setToolTip(line.text);
        item->setData(kPlaceRole, line.place);
        item->setSelected(before.contains(line.place));
    }
    if (row >= 0 && count() > 0) {
        setCurrentRow(std::min(row, count() - 1), QItemSelectionModel::NoUpdate);
    }
}

QList<int> StudyDrawer::chosen() const
{
    QList<int> places;
    for (const QListWidgetItem *item : selectedItems()) {
        places << item->data(kPlaceRole).toInt();
    }
    return places;
}

QMimeData *StudyDrawer::mimeData(const QList<QListWidgetItem *> &items) const
{
    QByteArrayList places;
    for (const QListWidgetItem *item : items) {
        places << QByteArray::number(item->data(kPlaceRole).toInt());
    }
    auto *data = new QMimeData;
    data->setData(kStudies, places.join(' '));
    return data;
}

QStringList StudyDrawer::mimeTypes() const
{
    return {kStudies};
}

EvidenceGrid::EvidenceGrid(QWidget *parent)
    : QTableWidget(parent)
{
    setAcceptDrops(true);
    setDragDropMode(DropOnly);
    setDropIndicatorShown(true);
}

void EvidenceGrid::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(kStudies)) {
        event->acceptProposedAction();
    }
}

void EvidenceGrid::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasFormat(kStudies)) {
        event->acceptProposedAction();
    }
}

void EvidenceGrid::dropEvent(QDropEvent *event)
{
    if (!event->mimeData()->hasFormat(kStudies)) {
        return;
    }
    QList<int> places;
    for (const QByteArray &place : event->mimeData()->data(kStudies).split(' ')) {
        places << place.toInt();
    }
    event->acceptProposedAction();
    Q_EMIT studiesDropped(rowAt(event->position().toPoint().y()), places);
}

} // namespace winnow::gui
