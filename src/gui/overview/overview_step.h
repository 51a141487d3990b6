#pragma once

#include "gui/flow/flow_reading.h"
#include "gui/frame/step.h"

#ifndef Q_MOC_RUN
#include "app/history.h"
#include "app/screening_progress.h"
#endif

#include <memory>
#include <optional>
#include <vector>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class OverviewStep;
}

namespace winnow::gui {

class StageBar;

/// Where the review stands, and what to do next.
class OverviewStep : public Step
{
    Q_OBJECT

public:
    explicit OverviewStep(Session &session, QWidget *parent = nullptr);
    ~OverviewStep() override;

    void reload(Changes changes) override;
    void takeFocus() override;

private:
    void showNext();
    void showFlow(FlowReading reading);
    void showProgress(const app::ScreeningProgress &progress);
    void showReviewers(const std::vector<app::ReviewerProgress> &reviewers);
    void showActivity(const std::vector<app::LogEntry> &entries);
    void openBox(const QString &box);
    void openStage(Stage stage, screening::State state);

    std::unique_ptr<Ui::OverviewStep> m_ui;
    std::vector<std::pair<Stage, StageBar *>> m_bars;
    FlowReading m_reading;
};

} // namespace winnow::gui
