#include "gui/evidence/evidence_step.h"

#include "gui/evidence/outside_pane.h"
#include "gui/evidence/report_pane.h"
#include "gui/evidence/studies_pane.h"
#include "gui/evidence/tables_pane.h"

namespace winnow::gui {

EvidenceStep::EvidenceStep(Session &session, QWidget *parent)
    : PartsStep(session, parent)
{
    addPart(new StudiesPane(session, this), QStringLiteral("studies"), tr("Studies"));
    addPart(new OutsidePane(session, this), QStringLiteral("outside"), tr("From outside"));
    addPart(new TablesPane(session, this), QStringLiteral("tables"), tr("Tables"));
    addPart(new ReportPane(session, this), QStringLiteral("report"), tr("Report"));
}

} // namespace winnow::gui
