#include "gui/backups/restorer.h"

#include "gui/backups/backups_dialog.h"
#include "gui/frame/review_window.h"
#include "gui/frame/run_apart.h"
#include "gui/shown.h"

namespace winnow::gui {

Restorer::Restorer(ReviewWindow &window)
    : QObject(&window)
    , m_window(window)
{
    // Queued: opening the review anew ends the worker that tells of the end.
    connect(this, &Restorer::ended, this, &Restorer::finish, Qt::QueuedConnection);
}

void Restorer::show(const std::filesystem::path &review)
{
    if (m_dialog) {
        return;
    }
    m_review = review;
    const Session *session = m_window.session();
    m_dialog = new BackupsDialog(review, session != nullptr && !session->isReadOnly(), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &BackupsDialog::backUpWanted, this, &Restorer::backUp);
    connect(m_dialog, &BackupsDialog::restoreWanted, this, [this](const QString &backup) {
        m_dialog->setBusy(true);
        m_dialog->tell(tr("Restoring ..."));
        restore(backup.toStdString());
    });
    m_dialog->open();
}

void Restorer::backUp()
{
    m_dialog->setBusy(true);
    m_window.session()->writer().start(
        {}, [dialog = m_dialog](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
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

/// By the writer where the review is open; one that cannot be opened has none.
void Restorer::restore(const std::filesystem::path &backup)
{
    const auto keep = [this](Result<app::RestoreOutcome> outcome) {
        m_outcome = std::move(outcome);
        Q_EMIT ended();
    };
    if (m_window.session() == nullptr) {
        runApart(
            this,
            [review = m_review, backup, services = m_window.services()] {
                return app::restoreBackup(review, backup, services);
            },
            keep);
        return;
    }
    m_window.session()->writer().start(
        {},
        [keep, review = m_review, backup, services = m_window.services()](app::Workspace & /*workspace*/,
                                                                          Task & /*task*/) -> Worker::Done {
            auto outcome = app::restoreBackup(review, backup, services);
            return [keep, outcome = std::move(outcome)] { keep(outcome); };
        },
        Worker::Ending::Finished);
}

void Restorer::finish()
{
    const Result<app::RestoreOutcome> outcome = *std::exchange(m_outcome, std::nullopt);
    if (!outcome) {
        if (m_dialog) {
            m_dialog->setBusy(false);
            m_dialog->tell(shown(outcome.error().message));
        } else {
            Q_EMIT said(shown(outcome.error().message));
        }
        return;
    }
    if (m_dialog) {
        m_dialog->close();
    }
    if (!m_window.openReview(m_review)) {
        return;
    }
    const QString before = shown(outcome->before.filename().string());
    Q_EMIT said(
        before.isEmpty() ? tr("The review is again what the backup holds.")
        : outcome->wasDamaged
            ? tr("The review is again what the backup holds; the damaged file is kept as %1.").arg(before)
            : tr("The review is again what the backup holds; what it was before is kept as backup %1.")
                  .arg(before));
}

} // namespace winnow::gui
