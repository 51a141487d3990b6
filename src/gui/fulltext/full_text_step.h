#pragma once

#include "gui/screening/screening_step.h"

namespace winnow::gui {

/// The decisions on reports, and the board of those that are sought and retrieved.
class FullTextStep : public ScreeningStep
{
    Q_OBJECT

public:
    explicit FullTextStep(Session &session, QWidget *parent = nullptr);
};

} // namespace winnow::gui
