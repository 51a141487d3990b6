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

class FileActs;

/// The board of reports: which are sought, retrieved and read, and could not be had.
class ReportsPane : public Step
{
    Q_OBJECT

public:
    explicit ReportsPane(Session &session, QWidget *parent = nullptr);
    ~ReportsPane() override;

    void reload(Changes changes) override;
    void goTo(const Place &place) override;
    void takeFocus() override;

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void setUpTable();
    void makeActions();
    void read();
    void showReports(std::vector<app::FullText> reports);
    void showCounts();
    void fitActions();
    void ask(ReportStatus status);
    void askForDuplicate();
    void set(const app::ReportStatusRequest &request, const QString &key, const QString &other = {});
    [[nodiscard]] RecordId recordAt(const QPoint &place) const;
    void readCurrent();
    void detach();
    void detachOne(RecordId record, const app::AttachedFile &file);
    [[nodiscard]] const app::FullText *currentText() const;
    [[nodiscard]] const app::SoughtReport *current() const;

    std::unique_ptr<Ui::ReportsPane> m_ui;
    ReportModel *m_model;
    FileActs *m_acts;
    QList<QAction *> m_ofReport; ///< that need a chosen report
    QAction *m_detach = nullptr; ///< which needs its file too
};

} // namespace winnow::gui
