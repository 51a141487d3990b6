#pragma once

#include "screening/outcome.h"

#include <QColor>
#include <QString>

class QApplication;

namespace winnow::gui {

/// The colours of one appearance; every widget takes its colours from here.
struct Theme
{
    QColor window;
    QColor surface;
    QColor text;
    QColor secondaryText;
    QColor hairline;
    QColor accent;
    QColor include;
    QColor exclude;
    QColor maybe;
    QColor conflict;
    QColor highlight; ///< ground of the words that a search found
};

/// Light, or dark where the system's palette is dark.
[[nodiscard]] const Theme &currentTheme();

/// Applies style, palette and style sheet to the whole program.
void applyTheme(QApplication &application);

/// The mark of a verdict, so that colour never speaks alone: a check, a cross, a tilde, an exclamation mark,
/// three dots, or nothing.
[[nodiscard]] QString markOf(screening::State state);
[[nodiscard]] QColor colourOf(screening::State state);

/// "Included", "Excluded" ... for people.
[[nodiscard]] QString wordOf(screening::State state);

} // namespace winnow::gui
