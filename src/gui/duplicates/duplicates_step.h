#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// What may be the same, to judge.
class DuplicatesStep : public Step
{
    Q_OBJECT

public:
    explicit DuplicatesStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
