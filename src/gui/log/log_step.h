#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// The audit trail.
class LogStep : public Step
{
    Q_OBJECT

public:
    explicit LogStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
