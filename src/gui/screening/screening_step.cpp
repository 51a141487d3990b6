#include "gui/screening/screening_step.h"

namespace winnow::gui {

ScreeningStep::ScreeningStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void ScreeningStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
