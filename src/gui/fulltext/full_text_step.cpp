#include "gui/fulltext/full_text_step.h"

namespace winnow::gui {

FullTextStep::FullTextStep(Session &session, QWidget *parent)
    : ScreeningStep(session, Screens::FullText, parent)
{}

} // namespace winnow::gui
