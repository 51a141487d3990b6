#include "gui/extraction/extraction_step.h"

namespace winnow::gui {

ExtractionStep::ExtractionStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void ExtractionStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
