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

namespace winnow::gui {

void MainWindow::setUpEvidence()
{
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
                if (isCounted) {
                    refreshFlow();
                }
                for (auto *other : findChildren<ReviewDialog *>()) {
                    if (other != dialog) {
                        other->reload();
                    }
                }
            });
        connect(dialog, &ReviewDialog::undoWanted, this, [this, dialog] {
            undo();
            dialog->tell(m_message->text());
        });
        connect(dialog, &ReviewDialog::redoWanted, this, [this, dialog] {
            redo();
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

void MainWindow::reloadBeside()
{
    for (auto *dialog : findChildren<ReviewDialog *>()) {
        dialog->reload();
    }
}

/// What they show is of the review that was open.
void MainWindow::closeBeside()
{
    delete findChild<LabelsDialog *>();
    for (auto *dialog : findChildren<ReviewDialog *>()) {
        dialog->close(); // takes what is being typed
        dialog->hide();  // where that could not be taken
        delete dialog;
    }
}

} // namespace winnow::gui
