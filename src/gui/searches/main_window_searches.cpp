// The part of the main window that searches at online sources.
#include "gui/main_window.h"
#include "gui/searches/search_dialog.h"

#include <QPointer>

namespace winnow::gui {

void MainWindow::askForSearch()
{
    auto unfinished = m_workspace->onlineSearches().unfinished();
    auto *dialog = new SearchDialog(m_access, unfinished && !unfinished->empty(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SearchDialog::countAsked, this, [this, dialog] { countHits(*dialog); });
    connect(dialog, &SearchDialog::searchAsked, this, [this, dialog] {
        fetchRecords(*dialog, false);
        dialog->accept();
    });
    connect(dialog, &SearchDialog::resumeAsked, this, [this, dialog] {
        fetchRecords(*dialog, true);
        dialog->accept();
    });
    dialog->open();
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

void MainWindow::fetchRecords(const SearchDialog &dialog, bool isResumed)
{
    m_worker->start(
        {},
        [this, isResumed, request = dialog.request(), access = dialog.access()](app::Workspace &workspace,
                                                                                Task &task) -> Worker::Done {
            const Clock &clock = *m_services.clock;
            auto outcome = isResumed
                               ? app::resumeOnline(workspace, {}, request.fillsAbstracts, access, clock, task)
                               : app::searchOnline(workspace, request, access, clock, task);
            return [this, outcome = std::move(outcome)] { tellSearch(outcome); };
        });
}

void MainWindow::tellSearch(const Result<app::OnlineOutcome> &outcome)
{
    if (!outcome) {
        say(QString::fromStdString(outcome.error().message));
        return;
    }
    const OnlineSearch &online = outcome->search;
    say(tr("%1 records from %2; %3 could not be decided, %4 do not match and were left out.")
            .arg(outcome->stored)
            .arg(QString::fromStdString(outcome->label))
            .arg(online.undecided)
            .arg(online.unmatched));
    refreshAll();
    Q_EMIT importFinished();
}

} // namespace winnow::gui
