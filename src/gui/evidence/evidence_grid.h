#pragma once

#include <QListWidget>
#include <QTableWidget>

#include <vector>

namespace winnow::gui {

/// Studies that no row of the table rests on yet, to be dragged onto one.
class StudyDrawer : public QListWidget
{
    Q_OBJECT

public:
    explicit StudyDrawer(QWidget *parent = nullptr);

    struct Line
    {
        QString text;
        int place = 0; ///< of the study among those of the review
    };

    void setLines(const std::vector<Line> &lines);

    /// Places of those that are chosen.
    [[nodiscard]] QList<int> chosen() const;

protected:
    [[nodiscard]] QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
};

/// The cells of an evidence table. Studies of the drawer can be dropped onto a row, or below all of them.
class EvidenceGrid : public QTableWidget
{
    Q_OBJECT

public:
    explicit EvidenceGrid(QWidget *parent = nullptr);

Q_SIGNALS:
    /// `row` -1: below the last one.
    void studiesDropped(int row, const QList<int> &places);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

} // namespace winnow::gui
