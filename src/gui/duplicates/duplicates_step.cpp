#include "gui/duplicates/duplicates_step.h"

namespace winnow::gui {

DuplicatesStep::DuplicatesStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void DuplicatesStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
