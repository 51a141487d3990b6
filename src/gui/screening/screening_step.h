#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// One record after another, to decide on.
class ScreeningStep : public Step
{
    Q_OBJECT

public:
    explicit ScreeningStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
