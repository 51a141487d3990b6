#include "gui/fulltext/pdf_choices.h"

#include "gui/shown.h"

namespace winnow::gui {

std::vector<PdfChoice> pdfChoices(const std::vector<app::AttachedFile> &files)
{
    std::vector<PdfChoice> choices;
    choices.reserve(files.size());
    for (const app::AttachedFile &file : files) {
        PdfChoice choice{{file.path, shown(file.name), shown(file.sha256)}};
        if (file.state != app::FileState::There) {
            choice.problem = QStringLiteral("%1: %2").arg(choice.file.name, shown(app::adviceOn(file.state)));
        }
        choices.push_back(std::move(choice));
    }
    return choices;
}

} // namespace winnow::gui
