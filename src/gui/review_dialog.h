#pragma once

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "gui/worker.h"
#endif
#include "gui/shown.h"

#include <QDialog>
#include <QHash>
#include <QPointer>
#include <QStringList>

#include <utility>

namespace winnow::gui {

/// A window beside the main one that shows and changes a part of the review. It stays open while the review
/// is worked on; Ctrl+Z in it undoes acts as it does in the main window, once a field has no typing left to
/// undo. What is said of its work stands in its label `stateLabel`. Workspace and worker must outlive it.
class ReviewDialog : public QDialog
{
    Q_OBJECT

public:
    ReviewDialog(app::Workspace &workspace, Worker &worker, QWidget *parent);

    /// Something changed in the review: shows it anew.
    virtual void reload() = 0;

    /// reload() is due.
    void outdate() { m_isOutdated = true; }

    /// Reloads once, however often it became due.
    void reloadIfDue();

    void tell(const QString &text);

Q_SIGNALS:
    /// `told` says what was done. `isCounted`: the flow diagram may have other numbers now.
    void reviewChanged(const QString &told, bool isCounted);
    void undoWanted();
    void redoWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

    [[nodiscard]] app::Workspace &review() { return m_workspace; }

    [[nodiscard]] const app::Workspace &review() const { return m_workspace; }

    [[nodiscard]] Worker &worker() { return m_worker; }

    /// Leaves Ctrl+Z to the review where the field has nothing to undo.
    void shareUndo(QWidget *field);

    /// True where nothing is unsaved, or where the same was unsaved when this asked last: somebody who was
    /// told goes on without it. Else says `told`, and that a second press goes on.
    [[nodiscard]] bool mayLeave(const QStringList &unsaved, const QString &told);

    /// Tells what was done, here and in the main window.
    void tellDone(const QString &told, bool isCounted = false);

    /// Reads in the worker's thread and shows it here, unless something newer of that name was asked for.
    template <typename Read, typename Show>
    void inBackground(const QString &name, Read read, Show show)
    {
        const int run = ++m_runs[name];
        m_worker.start(groupOf(name),
                       [self = QPointer<ReviewDialog>(this), name, run, read, show](
                           app::Workspace &workspace, Task &task) -> Worker::Done {
                           auto result = read(workspace, task);
                           return [self, name, run, show, result = std::move(result)]() mutable {
                               if (self && self->m_runs.value(name) == run) {
                                   show(std::move(result));
                               }
                           };
                       });
    }

    /// Does something in the worker's thread that must not be left out for what comes after it, nor when the
    /// program ends. By its name it can be stopped.
    template <typename Work, typename Show>
    void doInBackground(Work work, Show show, const QString &name = {})
    {
        m_worker.start(
            name.isEmpty() ? QString() : groupOf(name),
            [self = QPointer<ReviewDialog>(this), work = std::move(work), show](
                app::Workspace &workspace, Task &task) mutable -> Worker::Done {
                auto result = work(workspace, task);
                return [self, show, result = std::move(result)]() mutable {
                    if (self) {
                        show(std::move(result));
                    }
                };
            },
            Worker::Ending::Finished);
    }

    /// Stops what this window does under a name, and nothing else. True where it had not begun, so that
    /// nothing of it will be shown.
    bool stopOwn(const QString &name) { return m_worker.stop(groupOf(name)); }

private:
    [[nodiscard]] QString groupOf(const QString &name) const
    {
        return QString::fromLatin1(metaObject()->className()) + name;
    }

    app::Workspace &m_workspace;
    Worker &m_worker;
    bool m_isOutdated = false;
    QHash<QString, int> m_runs; ///< number of the latest, by name
    QStringList m_toldUnsaved;  ///< what mayLeave() said is not saved
};

} // namespace winnow::gui
