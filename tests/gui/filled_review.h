#pragma once

#include <string>

namespace winnow::test {
class TempFolder;
}

namespace winnow::gui {

class MainWindow;

/// Makes the review r.winnow in a folder, opens it in the window and imports the records of a RIS text from
/// Scopus; false when one of that fails.
[[nodiscard]] bool fillReview(MainWindow &window, const test::TempFolder &folder, const std::string &ris);

} // namespace winnow::gui
