#include "gui/records/records_step.h"

namespace winnow::gui {

RecordsStep::RecordsStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void RecordsStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
