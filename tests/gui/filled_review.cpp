#include "filled_review.h"

#include "app/import_files.h"
#include "support/temp_folder.h"

namespace winnow::gui {

bool fillReview(ReviewWindow &window, const test::TempFolder &folder, const std::string &ris)
{
    window.show();
    if (!window.createReview(folder.path() / "r.winnow", QStringLiteral("A review"))) {
        return false;
    }
    app::ImportRequest request;
    request.files.push_back(folder.file("a.ris", ris));
    request.source = "Scopus";
    Task task;
    if (!app::importFiles(window.session()->workspace(), request, task)) {
        return false;
    }
    window.session()->refresh(kAllChanges);
    window.goTo({StepId::Overview});
    return true;
}

} // namespace winnow::gui
