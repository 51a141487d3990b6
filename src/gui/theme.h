#pragma once

#include "screening/outcome.h"

#include <QColor>
#include <QString>

#include <optional>

class QApplication;
class QFont;

namespace winnow::gui {

/// Which colours; those of the system are light or dark.
enum class Colours { System, Light, Dark, ContrastLight, ContrastDark };

/// What a person chooses of the looks of the program.
struct Look
{
    Colours colours = Colours::System;
    std::optional<int> fontSize = {}; ///< of the interface, in points; none: the system's

    bool operator==(const Look &) const = default;
};

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

/// The one that was applied last; before that light, or dark where the system's palette is dark.
[[nodiscard]] const Theme &currentTheme();

/// Of the interface.
[[nodiscard]] QFont fontOf(const Look &look);

/// Applies style, palette, letters and style sheet to the whole program, also while windows are shown.
void applyTheme(QApplication &application, const Look &look = {});

/// The mark of a verdict, so that colour never speaks alone: a check, a cross, a tilde, an exclamation mark,
/// three dots, or nothing.
[[nodiscard]] QString markOf(screening::State state);
[[nodiscard]] QColor colourOf(screening::State state);

/// "Included", "Excluded" ... for people.
[[nodiscard]] QString wordOf(screening::State state);

} // namespace winnow::gui
