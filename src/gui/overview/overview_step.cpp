#include "gui/overview/overview_step.h"

namespace winnow::gui {

OverviewStep::OverviewStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void OverviewStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
