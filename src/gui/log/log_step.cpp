#include "gui/log/log_step.h"

namespace winnow::gui {

LogStep::LogStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void LogStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
