#pragma once

#include <QDialog>
#include <QStringList>

class QListWidget;
class QPushButton;

namespace winnow::gui {

/// Which kinds of files something is written as, all at once.
class KindsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `kinds`: "Word (*.docx)", "PDF (*.pdf)"; the first is chosen.
    KindsDialog(const QString &title, const QStringList &kinds, QWidget *parent);

    /// Those that are chosen, in their order.
    [[nodiscard]] QStringList chosen() const;

private:
    QListWidget *m_list;
    QPushButton *m_next;
};

} // namespace winnow::gui
