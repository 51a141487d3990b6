#include "gui/team/team_step.h"

namespace winnow::gui {

TeamStep::TeamStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void TeamStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
