// The part of the main window that copies a review and goes back to a copy.
#include "gui/backups/backups_dialog.h"
#include "gui/file_dialog.h"
#include "gui/main_window.h"
#include "gui/shown.h"
#include "ui_main_window.h"

namespace winnow::gui {

void MainWindow::setUpBackups()
{
    // Queued: opening the review anew ends the worker that tells of the end.
    connect(this, &MainWindow::restoreEnded, this, &MainWindow::tellRestored, Qt::QueuedConnection);
    connect(m_ui->backupsAction, &QAction::triggered, this, [this] {
        if (m_workspace) {
            showBackups(m_workspace->path());
            return;
        }
        const QString file =
            askForFile(this, tr("Review to restore"), tr("Winnow reviews (*.winnow);;All files (*)"));
        if (!file.isEmpty()) {
            showBackups(file.toStdString());
        }
    });
}

void MainWindow::showBackups(const std::filesystem::path &review)
{
    auto *dialog = new BackupsDialog(review, m_workspace && !m_workspace->isReadOnly(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BackupsDialog::backUpWanted, this, [this, dialog] { backUpNow(dialog); });
    connect(dialog, &BackupsDialog::restoreWanted, this, [this, dialog, review](const QString &backup) {
        dialog->setBusy(true);
        dialog->tell(tr("Restoring ..."));
        restore(review, backup.toStdString());
    });
    dialog->open();
}

void MainWindow::backUpNow(const QPointer<BackupsDialog> &dialog)
{
    dialog->setBusy(true);
    m_worker->start({}, [dialog](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        auto made = app::backUp(workspace);
        return [dialog, made = std::move(made)] {
            if (!dialog) {
                return;
            }
            dialog->setBusy(false);
            if (made) {
                dialog->reload();
            }
            dialog->tell(made ? tr("The review as it stands is in %1.").arg(shown(made->file.string()))
                              : shown(made.error().message));
        };
    });
}

/// By the worker where the review is open; one that cannot be opened has none.
void MainWindow::restore(const std::filesystem::path &review, const std::filesystem::path &backup)
{
    m_restored = review;
    if (!m_workspace) {
        m_outcome = app::restoreBackup(review, backup, m_services);
        Q_EMIT restoreEnded();
        return;
    }
    m_worker->start({},
                    [this, review, backup, services = m_services](app::Workspace & /*workspace*/,
                                                                  Task & /*task*/) -> Worker::Done {
                        auto outcome = app::restoreBackup(review, backup, services);
                        return [this, outcome = std::move(outcome)] {
                            m_outcome = outcome;
                            Q_EMIT restoreEnded();
                        };
                    });
}

void MainWindow::tellRestored()
{
    auto *dialog = findChild<BackupsDialog *>();
    if (!m_outcome) {
        if (dialog != nullptr) {
            dialog->setBusy(false);
            dialog->tell(shown(m_outcome.error().message));
        } else {
            say(shown(m_outcome.error().message));
        }
        return;
    }
    if (dialog != nullptr) {
        dialog->close();
    }
    if (!openReview(m_restored)) {
        return;
    }
    const QString before = shown(m_outcome->before.filename().string());
    say(before.isEmpty() ? tr("The review is again what the backup holds.")
        : m_outcome->wasDamaged
            ? tr("The review is again what the backup holds; the damaged file is kept as %1.").arg(before)
            : tr("The review is again what the backup holds; what it was before is kept as backup %1.")
                  .arg(before));
}

} // namespace winnow::gui
