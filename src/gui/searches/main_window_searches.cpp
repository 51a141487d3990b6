// The part of the main window that searches at online sources.
#include "app/search_runs.h"
#include "gui/main_window.h"
#include "gui/searches/key_store.h"
#include "gui/searches/search_dialog.h"

#include <QPointer>

#include <algorithm>

namespace winnow::gui {

namespace {

/// The newest search that did not come to its end.
std::optional<app::SearchRun> unfinishedOf(app::Workspace &workspace)
{
    auto runs = app::searchRuns(workspace);
    if (!runs) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(
        runs->rbegin(), runs->rend(), app::SearchRunState::Unfinished, &app::SearchRun::state);
    return found == runs->rend() ? std::nullopt : std::optional(*found);
}

} // namespace

void MainWindow::askForSearch()
{
    if (auto *open = findChild<SearchDialog *>()) {
        open->show();
        open->raise();
        open->activateWindow();
        return;
    }
    auto *keys = new KeyStore(this);
    auto *dialog = new SearchDialog(m_access, app::onlineSources(), *keys, this);
    dialog->offerToResume(unfinishedOf(*m_workspace));
    connect(dialog, &QObject::destroyed, keys, &QObject::deleteLater);
    connect(dialog, &SearchDialog::countAsked, this, [this, dialog] { countHits(*dialog); });
    connect(dialog, &SearchDialog::searchAsked, this, [this, dialog] { fetchRecords(*dialog, false); });
    connect(dialog, &SearchDialog::resumeAsked, this, [this, dialog] { fetchRecords(*dialog, true); });
    connect(dialog, &SearchDialog::stopAsked, m_worker.get(), qOverload<>(&Worker::stop));
    connect(m_worker.get(), &Worker::progress, dialog, &SearchDialog::showProgress);
    connect(m_worker.get(), &Worker::failed, dialog, &SearchDialog::showFailure);
    connect(m_worker.get(), &QObject::destroyed, dialog, &QObject::deleteLater); // another review was opened
    // A dialog that is closed while a search runs is there again when it is asked for.
    connect(dialog, &QDialog::finished, dialog, [dialog] {
        if (!dialog->isRunning()) {
            dialog->deleteLater();
        }
    });
    dialog->show();
}

void MainWindow::countHits(SearchDialog &dialog)
{
    const QPointer<SearchDialog> asking = &dialog;
    m_worker->start(QStringLiteral("count"),
                    [clock = m_services.clock, asking, request = dialog.request(), access = dialog.access()](
                        app::Workspace & /*workspace*/, Task &task) -> Worker::Done {
                        auto preview = app::previewOnline(request, access, *clock, task);
                        return [asking, preview = std::move(preview)] {
                            if (asking != nullptr) {
                                asking->showPreview(preview);
                            }
                        };
                    });
}

void MainWindow::fetchRecords(SearchDialog &dialog, bool isResumed)
{
    const QPointer<SearchDialog> asking = &dialog;
    m_worker->start({},
                    [this,
                     asking,
                     isResumed,
                     request = dialog.request(),
                     resumed = dialog.resumeRequest(),
                     access = dialog.access()](app::Workspace &workspace, Task &task) -> Worker::Done {
                        const Clock &clock = *m_services.clock;
                        auto outcome = isResumed ? app::resumeOnline(workspace, resumed, access, clock, task)
                                                 : app::searchOnline(workspace, request, access, clock, task);
                        return [this, asking, outcome = std::move(outcome)] {
                            tellSearch(outcome);
                            if (asking != nullptr) {
                                asking->offerToResume(unfinishedOf(*m_workspace));
                                asking->showOutcome(outcome);
                                if (!asking->isVisible()) {
                                    asking->deleteLater();
                                }
                            }
                        };
                    });
}

void MainWindow::tellSearch(const Result<app::OnlineOutcome> &outcome)
{
    if (!outcome) {
        say(QString::fromStdString(outcome.error().message));
        return;
    }
    const OnlineSearch &online = outcome->search;
    QString told = tr("%1 records from %2").arg(outcome->stored).arg(QString::fromStdString(outcome->label));
    if (online.undecided > 0 || online.unmatched > 0) {
        told += tr("; %1 could not be decided, %2 do not match and were left out")
                    .arg(online.undecided)
                    .arg(online.unmatched);
    }
    say(told + QLatin1Char('.'));
    refreshAll();
    Q_EMIT importFinished();
}

} // namespace winnow::gui
