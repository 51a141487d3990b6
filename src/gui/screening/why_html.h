#pragma once

#include "app/ranking.h"

#include <QString>

namespace winnow::gui {

/// Where the ranking has a record, and the words that put it there with their shares.
[[nodiscard]] QString whyHtml(const app::Explanation &explanation);

} // namespace winnow::gui
