#pragma once

#include "gui/frame/session.h"
#include "gui/shown.h"

#include <QHash>
#include <QKeySequence>
#include <QPointer>
#include <QStringList>
#include <QWidget>

#include <functional>
#include <utility>

class QAction;
class QPushButton;

namespace winnow::gui {

/// What shows and changes a part of the review: a step of the side bar, or a part of one. It reads the
/// review again when it is shown, and only what changed since. The session outlives it.
class Step : public QWidget
{
    Q_OBJECT

public:
    explicit Step(Session &session, QWidget *parent = nullptr);

    /// Something else may be seen now: shows it. Called while the step is visible, or when it becomes so; the
    /// first time with all changes. A step that waits for the worker keeps showing what it shows.
    virtual void reload(Changes changes) = 0;

    /// Goes to a place within the step.
    virtual void goTo(const Place & /*place*/) {}

    /// What the search box of the window finds is shown here. Empty: no search box for this step. Else what
    /// the box says while it is empty.
    [[nodiscard]] virtual QString searchHint() const { return {}; }

    /// `isTyped`: the query is still being typed.
    virtual void search(const QString & /*query*/, bool /*isTyped*/) {}

    /// Where the focus goes when the step is shown.
    virtual void takeFocus() { setFocus(); }

    /// Keeps what is being typed. False where it cannot be kept, which was said; a second call lets it go.
    [[nodiscard]] virtual bool mayClose() { return true; }

    /// Brings a hidden step up to date when it is shown.
    void catchUp();

Q_SIGNALS:
    void searchHintChanged();
    void searchProblem(const QString &text);   ///< what is wrong with the query; empty: nothing
    void searchReplaced(const QString &query); ///< the step searches for something else than the box says

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    [[nodiscard]] Session &session() { return m_session; }

    [[nodiscard]] const Session &session() const { return m_session; }

    [[nodiscard]] app::Workspace &review() { return m_session.workspace(); }

    [[nodiscard]] const app::Workspace &review() const { return m_session.workspace(); }

    /// Says what was done; everybody else shows it.
    void tellDone(const Done &done) { m_session.tell(done, this); }

    /// Says what cannot be done, or what to do.
    void say(const QString &text) { m_session.say(text); }

    /// An act by the name of its action, with its key; a button that does it too presses the action.
    QAction *addStepAction(const char *name,
                           const QString &text,
                           const QKeySequence &key,
                           const std::function<void()> &act,
                           QPushButton *button = nullptr);

    /// The same for an act whose key is heard only within a part of the step.
    QAction *addActionTo(QWidget *part,
                         const char *name,
                         const QString &text,
                         const QKeySequence &key,
                         const std::function<void()> &act,
                         QPushButton *button = nullptr);

    /// Leaves Ctrl+Z to the review where the field has nothing to undo.
    void shareUndo(QWidget *field);

    /// True where nothing is unsaved, or where the same was unsaved when this asked last: somebody who was
    /// told goes on without it. Else says `told`, and that a second press goes on.
    [[nodiscard]] bool mayLeave(const QStringList &unsaved, const QString &told);

    /// Reads in the reader's thread and shows it here, unless something newer of that name was asked for.
    template <typename Read, typename Show>
    void inBackground(const QString &name, Read read, Show show)
    {
        const int run = ++m_runs[name];
        m_session.reader().start(groupOf(name),
                                 [self = QPointer<Step>(this), name, run, read, show](
                                     app::Workspace &workspace, Task &task) -> Worker::Done {
                                     auto result = read(workspace, task);
                                     return [self, name, run, show, result = std::move(result)]() mutable {
                                         if (self && self->m_runs.value(name) == run) {
                                             show(std::move(result));
                                         }
                                     };
                                 });
    }

    /// Does something in the writer's thread that must not be left out for what comes after it, nor when the
    /// program ends. By its name it can be stopped.
    template <typename Work, typename Show>
    void doInBackground(Work work, Show show, const QString &name = {})
    {
        m_session.writer().start(
            name.isEmpty() ? QString() : groupOf(name),
            [self = QPointer<Step>(this), work = std::move(work), show](app::Workspace &workspace,
                                                                        Task &task) mutable -> Worker::Done {
                auto result = work(workspace, task);
                return [self, show, result = std::move(result)]() mutable {
                    if (self) {
                        show(std::move(result));
                    }
                };
            },
            Worker::Ending::Finished);
    }

    /// Stops what this step does under a name, and nothing else. True where it had not begun, so that nothing
    /// of it will be shown.
    bool stopOwn(const QString &name) { return m_session.writer().stop(groupOf(name)); }

private:
    [[nodiscard]] QString groupOf(const QString &name) const
    {
        return QString::fromLatin1(metaObject()->className()) + name;
    }

    Session &m_session;
    Changes m_due = kAllChanges; ///< since it was last brought up to date
    QHash<QString, int> m_runs;  ///< number of the latest, by name
    QStringList m_toldUnsaved;   ///< what mayLeave() said is not saved
};

} // namespace winnow::gui
