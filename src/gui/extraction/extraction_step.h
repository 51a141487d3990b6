#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// What studies say, and how they were appraised.
class ExtractionStep : public Step
{
    Q_OBJECT

public:
    explicit ExtractionStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
