#include "gui/team/team_step.h"

#include "gui/team/agreement_pane.h"
#include "gui/team/conflicts_pane.h"
#include "gui/team/exchange_pane.h"

namespace winnow::gui {

TeamStep::TeamStep(Session &session, QWidget *parent)
    : PartsStep(session, parent)
{
    addPart(new ConflictsPane(session, this), QStringLiteral("conflicts"), tr("Conflicts"));
    addPart(new AgreementPane(session, this), QStringLiteral("agreement"), tr("Progress and agreement"));
    addPart(new ExchangePane(session, this), QStringLiteral("exchange"), tr("Exchange"));
}

} // namespace winnow::gui
