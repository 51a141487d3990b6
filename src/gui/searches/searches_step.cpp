#include "gui/searches/searches_step.h"

namespace winnow::gui {

SearchesStep::SearchesStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void SearchesStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
