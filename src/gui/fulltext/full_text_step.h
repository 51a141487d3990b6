#pragma once

#include "gui/screening/screening_step.h"

namespace winnow::gui {

/// Reports sought and retrieved, and the decisions on them.
class FullTextStep : public ScreeningStep
{
    Q_OBJECT

public:
    explicit FullTextStep(Session &session, QWidget *parent = nullptr);
};

} // namespace winnow::gui
