#include "gui/fulltext/full_text_step.h"

#include "gui/fulltext/reports_pane.h"

namespace winnow::gui {

FullTextStep::FullTextStep(Session &session, QWidget *parent)
    : ScreeningStep(session, Screens::FullText, parent)
{
    addPart(new ReportsPane(session, this), QStringLiteral("reports"), tr("Reports"));
}

} // namespace winnow::gui
