#pragma once

#include "gui/frame/parts_step.h"

namespace winnow::gui {

/// Reviewers: their conflicts, their agreement, and the exchange with them.
class TeamStep : public PartsStep
{
    Q_OBJECT

public:
    explicit TeamStep(Session &session, QWidget *parent = nullptr);
};

} // namespace winnow::gui
