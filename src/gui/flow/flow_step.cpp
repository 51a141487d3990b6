#include "gui/flow/flow_step.h"

namespace winnow::gui {

FlowStep::FlowStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void FlowStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
