#pragma once

#include <QIcon>

namespace winnow::gui {

/// The icon of the program, drawn sharply at the sizes in which desktops show it.
[[nodiscard]] QIcon programIcon();

} // namespace winnow::gui
