#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// Studies, evidence tables and the report.
class EvidenceStep : public Step
{
    Q_OBJECT

public:
    explicit EvidenceStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
