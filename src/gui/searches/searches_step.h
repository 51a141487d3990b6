#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// Query, sources, runs and imports.
class SearchesStep : public Step
{
    Q_OBJECT

public:
    explicit SearchesStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
