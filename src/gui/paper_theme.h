#pragma once

#include "gui/theme.h"

namespace winnow::gui {

/// For what is marked on paper, which is white in every appearance: the light colours, or those of high
/// contrast where one of these is applied.
[[nodiscard]] const Theme &paperTheme();

} // namespace winnow::gui
