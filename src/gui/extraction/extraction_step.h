#pragma once

#include "gui/frame/parts_step.h"

namespace winnow::gui {

class AppraisalPane;
class ExtractionPane;

/// What studies say, and how they were appraised.
class ExtractionStep : public PartsStep
{
    Q_OBJECT

public:
    explicit ExtractionStep(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QString searchHint() const override;

protected:
    void partChanged(Step *before, Step *now) override;

private:
    ExtractionPane *m_extraction;
    AppraisalPane *m_appraisal;
};

} // namespace winnow::gui
