#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// Reviewers, their agreement, conflicts, and the exchange with them.
class TeamStep : public Step
{
    Q_OBJECT

public:
    explicit TeamStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
