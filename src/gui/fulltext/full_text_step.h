#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// Reports sought and retrieved, and the decisions on them.
class FullTextStep : public Step
{
    Q_OBJECT

public:
    explicit FullTextStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
