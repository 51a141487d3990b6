#pragma once

#include "gui/frame/step.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/flow_notes.h"
#include "gui/fulltext/report_model.h"
#endif

#include <memory>

namespace Ui { // NOLINT(readability-identifier-naming): of the code that uic writes
class ReportsPane;
}

namespace winnow::gui {

/// The board of reports: which are sought, read, and could not be had.
class ReportsPane : public Step
{
    Q_OBJECT

public:
    explicit ReportsPane(Session &session, QWidget *parent = nullptr);
    ~ReportsPane() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    void takeFocus() override;

private:
    void setUpTable();
    void makeActions();
    void read();
    void showReports(std::vector<app::SoughtReport> reports);
    void showCounts();
    void fitActions();
    void ask(ReportStatus status);
    void askForDuplicate();
    void set(const app::ReportStatusRequest &request, const QString &key, const QString &other = {});
    void readCurrent();
    [[nodiscard]] const app::SoughtReport *current() const;

    std::unique_ptr<Ui::ReportsPane> m_ui;
    ReportModel *m_model;
    QList<QAction *> m_ofReport; ///< that need a chosen report
};

} // namespace winnow::gui
