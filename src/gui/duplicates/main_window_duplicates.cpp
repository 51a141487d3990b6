// The part of the main window that finds duplicates and lets a person judge what may be one.
#include "app/duplicates.h"
#include "gui/duplicates/duplicates_dialog.h"
#include "gui/main_window.h"
#include "ui_main_window.h"

#include <array>

namespace winnow::gui {

namespace {

QString duplicatesGroup()
{
    return QStringLiteral("duplicates");
}

} // namespace

void MainWindow::findDuplicates()
{
    m_worker->start({}, [this](app::Workspace &workspace, Task &task) -> Worker::Done {
        auto outcome = app::deduplicate(workspace, task);
        return [this, outcome = std::move(outcome)] {
            if (!outcome) {
                say(QString::fromStdString(outcome.error().message));
                return;
            }
            QString told =
                tr("%1 duplicates linked, %2 unique records remain. Nothing was deleted.   (Ctrl+Z undoes)")
                    .arg(outcome->removedNow)
                    .arg(outcome->records - outcome->removed);
            if (outcome->conflicts > 0) {
                told += tr("   Groups with different decisions, to be decided on anew: %1.")
                            .arg(outcome->conflicts);
            }
            if (outcome->grey > 0) {
                told += tr("   Pairs that may be the same: %1 (Ctrl+Shift+D).").arg(outcome->grey);
            }
            say(told);
            refreshAll();
        };
    });
}

void MainWindow::judgeDuplicates()
{
    if (!m_workspace) {
        return;
    }
    auto *dialog =
        new DuplicatesDialog([this](RecordId id) { return app::showRecord(*m_workspace, id); }, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_worker.get(), &Worker::progress, dialog, &DuplicatesDialog::showProgress);
    connect(m_worker.get(), &QObject::destroyed, dialog, &QObject::deleteLater); // another review was opened
    connect(dialog, &QDialog::finished, this, [this] { m_worker->stop(duplicatesGroup()); });
    connect(dialog, &DuplicatesDialog::mergeWanted, this, [this, dialog](qint64 a, qint64 b) {
        auto merged = app::mergeDuplicates(*m_workspace, std::array{RecordId{a}, RecordId{b}});
        dialog->showJudged(merged ? Result<void>() : Result<void>(std::move(merged).error()));
        refreshAll();
    });
    connect(dialog, &DuplicatesDialog::keepApartWanted, this, [this, dialog](qint64 a, qint64 b) {
        dialog->showJudged(app::keepApart(*m_workspace, {a}, {b}));
    });
    connect(dialog, &DuplicatesDialog::undoWanted, this, [this, dialog] {
        undo();
        listLikely(dialog);
    });
    dialog->show();
    listLikely(dialog);
}

void MainWindow::listLikely(const QPointer<DuplicatesDialog> &dialog)
{
    m_worker->start(duplicatesGroup(), [dialog](app::Workspace &workspace, Task &task) -> Worker::Done {
        auto pairs = app::likelyDuplicates(workspace, task);
        return [dialog, pairs = std::move(pairs)] {
            if (dialog) {
                dialog->showPairs(pairs);
            }
        };
    });
}

} // namespace winnow::gui
