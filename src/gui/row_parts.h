#pragma once

#include <QString>

class QAction;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QScrollArea;
class QWidget;

namespace winnow::gui {

// Parts of forms that are made from data, so that all look alike.

/// Plain text that wraps.
[[nodiscard]] QLabel *plainText(QWidget *parent, const QString &text);

/// In the secondary colour.
void setQuiet(QLabel *label);

/// Plain text that wraps, in the secondary colour.
[[nodiscard]] QLabel *quietText(QWidget *parent, const QString &text);

/// What cannot be saved yet, and why; hidden as long as it says nothing.
[[nodiscard]] QLabel *problemText(QWidget *parent);
void setProblem(QLabel *label, const QString &problem);

/// Keeps a label `scale` times as large as the text of the program, and bold.
void setHeading(QLabel *label, double scale);

/// A heading, `scale` times as large as the text.
[[nodiscard]] QLabel *headingText(QWidget *parent, const QString &text, double scale);

[[nodiscard]] QLineEdit *
textLine(QWidget *parent, const char *name, const QString &placeholder, const QString &accessibleName);

/// Leaves the cursor and what can be undone alone where the text is there already.
void setLine(QLineEdit *line, const QString &text);

/// The wheel scrolls the form over a box of choices, and chooses only in one that has the focus.
void scrollOver(QWidget *box);

/// Keys that are pressed while the menu is open are for the menu alone; else what has the focus behind it
/// would take its letters and digits for keys of its own, which are shortcuts of one letter.
void keepKeys(QMenu *menu);

/// A menu that keeps its keys.
[[nodiscard]] QMenu *newMenu(QWidget *parent);

/// Tab goes from `before` through all of the pane, in the order in which its parts were made, to `after`.
void chainTabs(QWidget *before, const QWidget *pane, QWidget *after);

/// The property of a button whose act has an action of its own: lists of actions show that, and other buttons
/// by their own text.
inline constexpr const char *kHasAction = "hasAction";

/// Makes an area that scrolls up and down only as wide as what is in it needs.
void holdWidth(QScrollArea *area);

/// The button triggers the action.
void letTrigger(QPushButton *button, QAction *action);

} // namespace winnow::gui
