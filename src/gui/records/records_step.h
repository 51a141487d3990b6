#pragma once

#include "gui/frame/step.h"

namespace winnow::gui {

/// All records of the review, to search, sort and list.
class RecordsStep : public Step
{
    Q_OBJECT

public:
    explicit RecordsStep(Session &session, QWidget *parent = nullptr);

    void reload(Changes changes) override;
};

} // namespace winnow::gui
