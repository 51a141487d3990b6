#include "gui/fulltext/full_text_step.h"

namespace winnow::gui {

FullTextStep::FullTextStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void FullTextStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
