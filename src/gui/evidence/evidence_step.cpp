#include "gui/evidence/evidence_step.h"

namespace winnow::gui {

EvidenceStep::EvidenceStep(Session &session, QWidget *parent)
    : Step(session, parent)
{}

void EvidenceStep::reload(Changes /*changes*/)
{}

} // namespace winnow::gui
