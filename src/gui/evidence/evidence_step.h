#pragma once

#include "gui/frame/parts_step.h"

namespace winnow::gui {

/// Studies, evidence from outside the literature, evidence tables and the report.
class EvidenceStep : public PartsStep
{
    Q_OBJECT

public:
    explicit EvidenceStep(Session &session, QWidget *parent = nullptr);
};

} // namespace winnow::gui
