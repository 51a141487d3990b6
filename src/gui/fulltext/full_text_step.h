#pragma once

#include "gui/frame/parts_step.h"

namespace winnow::gui {

/// Reports sought and retrieved, and the decisions on them.
class FullTextStep : public PartsStep
{
    Q_OBJECT

public:
    explicit FullTextStep(Session &session, QWidget *parent = nullptr);
};

} // namespace winnow::gui
