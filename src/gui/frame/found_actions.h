#pragma once

#include "gui/frame/place.h"

#include <QPointer>
#include <QString>

#include <optional>
#include <vector>

class QAction;
class QMenuBar;
class QWidget;

namespace winnow::gui {

/// An action of the window or of a step, as lists of actions show it.
struct FoundAction
{
    QPointer<QAction> action;
    QString id;    ///< the same from one start to the next
    QString text;  ///< without the marks of menus
    QString where; ///< its menu or step
    QString key;   ///< empty: none
    std::optional<StepId> step = {};
};

/// All actions of the menus, in their order.
[[nodiscard]] std::vector<FoundAction> actionsOf(const QMenuBar &menus);

/// All actions of a step and of the panes within it that have a text, each once, and the buttons without an
/// action, each by one that presses it.
[[nodiscard]] std::vector<FoundAction> actionsOf(const QWidget &pane, StepId step);

/// How well what somebody typed fits a text; none where a word of it does not. Words fit in any order, as the
/// beginning of a word, within one, or by their letters in order.
[[nodiscard]] std::optional<int> fitOf(const QString &typed, const QString &text);

} // namespace winnow::gui
