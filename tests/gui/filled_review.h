#pragma once

#include "gui/frame/review_window.h"

#include <string>

namespace winnow::test {
class TempFolder;
}

namespace winnow::gui {

/// Makes the review r.winnow in the folder, with the records of a RIS text, and shows it in the window at its
/// Overview. False where that could not be.
[[nodiscard]] bool fillReview(ReviewWindow &window, const test::TempFolder &folder, const std::string &ris);

} // namespace winnow::gui
