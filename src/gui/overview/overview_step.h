#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// Where the review stands.
class OverviewStep : public Step
{
    Q_OBJECT

public:
    explicit OverviewStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
