#pragma once

#include <QStringList>
#include <QWidget>

namespace winnow::gui {

/// A place with a dashed edge to drop files on; the edge is strong while files are held over it.
class DropZone : public QWidget
{
    Q_OBJECT

public:
    explicit DropZone(QWidget *parent = nullptr);

Q_SIGNALS:
    void dropped(const QStringList &files);

protected:
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setHeld(bool isHeld);

    bool m_isHeld = false;
};

} // namespace winnow::gui
