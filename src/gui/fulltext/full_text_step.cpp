#include "gui/fulltext/full_text_step.h"

#include "gui/fulltext/reports_pane.h"

namespace winnow::gui {

FullTextStep::FullTextStep(Session &session, QWidget *parent)
    : PartsStep(session, parent)
{
    addPart(new ReportsPane(session, this), QStringLiteral("reports"), tr("Reports"));
}

} // namespace winnow::gui
