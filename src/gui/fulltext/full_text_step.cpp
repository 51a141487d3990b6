#include "gui/fulltext/full_text_step.h"

#include "gui/fulltext/reports_pane.h"
#include "gui/screening/screening_step.h"

namespace winnow::gui {

FullTextStep::FullTextStep(Session &session, QWidget *parent)
    : PartsStep(session, parent)
{
    addPart(new ScreeningStep(session, ScreeningStep::Screens::FullText, this),
            QStringLiteral("screening"),
            tr("Read and decide"));
    addPart(new ReportsPane(session, this), QStringLiteral("reports"), tr("Reports"));
}

} // namespace winnow::gui
