#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// The PRISMA flow diagram.
class FlowStep : public Step
{
    Q_OBJECT

public:
    explicit FlowStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
