#include "filled_review.h"

#include "gui/main_window.h"
#include "support/temp_folder.h"

#include <QSignalSpy>

namespace winnow::gui {

bool fillReview(MainWindow &window, const test::TempFolder &folder, const std::string &ris)
{
    window.show();
    if (!window.createReview(folder.path() / "r.winnow", QStringLiteral("A review"))) {
        return false;
    }
    QSignalSpy imported(&window, &MainWindow::importFinished);
    app::ImportRequest request;
    request.files.push_back(folder.file("a.ris", ris));
    request.source = "Scopus";
    window.importFiles(request);
    return imported.wait();
}

} // namespace winnow::gui
