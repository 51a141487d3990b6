// The part of the main window that opens what comes after screening: extraction, appraisal, studies, evidence
// tables and the report.
#include "gui/evidence/outside_dialog.h"
#include "gui/evidence/report_dialog.h"
#include "gui/evidence/studies_dialog.h"
#include "gui/evidence/tables_dialog.h"
#include "gui/extraction/appraisal_dialog.h"
#include "gui/extraction/extraction_dialog.h"
#include "gui/main_window.h"
#include "gui/screening/labels_dialog.h"
#include "ui_main_window.h"

#include <QLabel>
#include <QTimer>

#include <utility>

namespace winnow::gui {

namespace {

/// Within which changes make one reload.
constexpr int kReloadPauseMs = 100;

} // namespace

void MainWindow::setUpEvidence()
{
    m_besideTimer->setSingleShot(true);
    m_besideTimer->setInterval(kReloadPauseMs);
    connect(m_besideTimer, &QTimer::timeout, this, &MainWindow::reloadDue);
    connect(m_ui->extractAction, &QAction::triggered, this, &MainWindow::showExtraction);
    connect(m_ui->appraiseAction, &QAction::triggered, this, &MainWindow::showAppraisal);
    const auto onAction = [this](QAction *action, auto make) {
        connect(action, &QAction::triggered, this, [this, make] { showBeside(make()); });
    };
    onAction(m_ui->studiesAction, [this] { return beside<StudiesDialog>(); });
    onAction(m_ui->outsideAction, [this] { return beside<OutsideDialog>(); });
    onAction(m_ui->tablesAction, [this] { return beside<TablesDialog>(); });
    onAction(m_ui->reportAction, [this] { return beside<ReportDialog>(); });
}

/// The one that is open, or a new one.
template <typename Dialog>
ReviewDialog *MainWindow::beside()
{
    auto *open = findChild<Dialog *>();
    return open != nullptr ? open : new Dialog(*m_workspace, *m_worker, this);
}

void MainWindow::showBeside(ReviewDialog *dialog)
{
    if (!dialog->isVisible()) {
        connect(
            dialog, &ReviewDialog::reviewChanged, this, [this, dialog](const QString &told, bool isCounted) {
                say(told);
                m_isFlowDue = m_isFlowDue || isCounted;
                reloadBeside(dialog);
            });
        connect(dialog, &ReviewDialog::undoWanted, this, [this, dialog] {
            undo();
            m_besideFirst = dialog;
            dialog->tell(m_message->text());
        });
        connect(dialog, &ReviewDialog::redoWanted, this, [this, dialog] {
            redo();
            m_besideFirst = dialog;
            dialog->tell(m_message->text());
        });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

void MainWindow::showExtraction()
{
    auto *dialog = findChild<ExtractionDialog *>();
    if (dialog == nullptr) {
        dialog = new ExtractionDialog(*m_workspace, *m_worker, currentRecord(), this);
    } else {
        dialog->showRecord(currentRecord());
    }
    showBeside(dialog);
}

void MainWindow::showAppraisal()
{
    if (currentRecord().value == 0) {
        say(tr("Choose the record that is to be appraised first."));
        return;
    }
    auto *dialog = findChild<AppraisalDialog *>();
    if (dialog == nullptr) {
        dialog = new AppraisalDialog(*m_workspace, *m_worker, currentRecord(), this);
    } else {
        dialog->showRecord(currentRecord());
    }
    showBeside(dialog);
}

/// All but the one in which the change was made, which shows it by itself. Several changes in a row make one
/// reload.
void MainWindow::reloadBeside(const ReviewDialog *changed)
{
    for (auto *dialog : findChildren<ReviewDialog *>()) {
        if (dialog != changed) {
            dialog->outdate();
        }
    }
    if (!m_besideTimer->isActive()) {
        m_besideTimer->start();
    }
}

void MainWindow::reloadDue()
{
    if (m_besideFirst) {
        m_besideFirst->reloadIfDue();
    }
    m_besideFirst.clear();
    for (auto *dialog : findChildren<ReviewDialog *>()) {
        dialog->reloadIfDue();
    }
    if (std::exchange(m_isFlowDue, false)) {
        refreshFlow();
    }
}

/// What they show is of the review that was open.
void MainWindow::closeBeside()
{
    m_besideTimer->stop();
    m_isFlowDue = false;
    delete findChild<LabelsDialog *>();
    for (auto *dialog : findChildren<ReviewDialog *>()) {
        dialog->close(); // takes what is being typed
        dialog->hide();  // where that could not be taken
        delete dialog;
    }
}

} // namespace winnow::gui
