#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/history.h"
#endif

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class LogStep;
}

class QAction;

namespace winnow::gui {

class LogFilter;
class LogModel;

/// The audit trail: who did or decided what, and when.
class LogStep : public Step
{
    Q_OBJECT

public:
    explicit LogStep(Session &session, QWidget *parent = nullptr);
    ~LogStep() override;

    void reload(Changes changes) override;
    void takeFocus() override;

    /// Writes the trail into a CSV file.
    void exportTo(const QString &file);

private:
    void setUpTable();
    void makeActions();
    void read();
    void showEntries(std::vector<app::LogEntry> entries);
    void offer();
    void choose();
    void fitActions();
    void askForExport();
    void undoToCurrent();
    void showRecord();
    [[nodiscard]] const app::LogEntry *current() const;

    std::unique_ptr<Ui::LogStep> m_ui;
    LogModel *m_model;
    LogFilter *m_filter;
    QAction *m_undoAction = nullptr;
    QAction *m_recordAction = nullptr;
    bool m_showsAll = false; ///< instead of the latest
};

} // namespace winnow::gui
