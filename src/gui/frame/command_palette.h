#pragma once

#include "gui/frame/found_actions.h"

#include <QFrame>
#include <QStringList>

class QLineEdit;
class QListWidget;
class QSettings;

namespace winnow::gui {

/// Lies over the window and finds any action by what is typed. The keyboard does all: letters find, Up and
/// Down choose, Enter does it, Esc goes back to where one was.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// `store` keeps what was used; nullptr: it is forgotten at the end.
    CommandPalette(QSettings *store, QWidget *window);

    /// Opens it with these actions; those used last come first, then in this order.
    void open(std::vector<FoundAction> actions);

Q_SIGNALS:
    /// It is closed, and the focus is where it was.
    void chosen(const winnow::gui::FoundAction &action);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void find();
    void choose();
    void leave();
    void place();
    bool takeKey(int key);
    [[nodiscard]] int placeInUse(const QString &id) const;

    QSettings *m_store;
    QLineEdit *m_line;
    QListWidget *m_list;
    std::vector<FoundAction> m_actions;
    QStringList m_used; ///< ids, the latest first
    QPointer<QWidget> m_before;
};

} // namespace winnow::gui
