#pragma once

#include "gui/frame/changes.h"
#include "gui/frame/place.h"
#include "gui/settings/appearance.h"

// moc of Qt 6.4 cannot read the concepts of C++20's library.
#ifndef Q_MOC_RUN
#include "app/workspace.h"
#include "gui/worker.h"
#include "model/stage_settings.h"
#endif

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <memory>
#include <vector>

namespace winnow::gui {

class SharedFolder;

/// What was done, for the message line and for all who show the review.
struct Done
{
    QString told;    ///< a sentence
    Changes changes; ///< nothing: the review is as it was
    QStringList command =
        {};              ///< arguments of `winnow` that do the same, without its name; the review is "{}"
    bool canUndo = true; ///< by undo(); of no account where nothing changed
    QString next = {};   ///< what can be done now, as on a button; empty: nothing of its own
    Place place = {};    ///< where that is done
};

/// An open review as the window has it: a connection for short reads and decisions, two workers for what
/// takes longer, and the word to everybody that something changed.
class Session : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] static Result<std::unique_ptr<Session>>
    open(const std::filesystem::path &path, const app::Services &services, Appearance *appearance = nullptr);
    [[nodiscard]] static Result<std::unique_ptr<Session>> create(const std::filesystem::path &path,
                                                                 const QString &title,
                                                                 const app::Services &services,
                                                                 Appearance *appearance = nullptr);

    /// The appearance outlives the session; without one it has its own, which nobody changes.
    Session(std::unique_ptr<app::Workspace> workspace,
            const app::Services &services,
            Appearance *appearance = nullptr);
    ~Session() override;

    /// For short reads and decisions in the GUI thread.
    [[nodiscard]] app::Workspace &workspace() { return *m_workspace; }

    [[nodiscard]] const app::Workspace &workspace() const { return *m_workspace; }

    /// For a worker of a step's own, where it waits for others.
    [[nodiscard]] const app::Services &services() const { return m_services; }

    /// For all that changes the review and takes longer than a blink.
    [[nodiscard]] Worker &writer() { return *m_writer; }

    /// Another worker that is busy for people: its progress is shown where that of all is, and it can be
    /// stopped there.
    void follow(Worker &worker);

    /// Those that are followed, reader() and writer() among them.
    [[nodiscard]] const std::vector<QPointer<Worker>> &followed() const { return m_followed; }

    /// For what is only shown.
    [[nodiscard]] Worker &reader() { return *m_reader; }

    /// Where reviewers meet.
    [[nodiscard]] SharedFolder &sharedFolder() { return *m_sharedFolder; }

    /// Letters of the reading place and keys of screening; changed() tells when a person set them otherwise.
    [[nodiscard]] Appearance &appearance() { return *m_appearance; }

    [[nodiscard]] bool isReadOnly() const { return m_workspace->isReadOnly(); }

    /// How the stages are screened, all, by Stage.
    [[nodiscard]] const std::vector<StageSettings> &stages() const { return m_stages; }

    [[nodiscard]] const StageSettings &settings(Stage stage) const
    {
        return m_stages.at(static_cast<std::size_t>(stage));
    }

    /// A line that needs no answer, such as what could not be done and what can.
    void say(const QString &text) { Q_EMIT told({text, {}, {}, false}); }

    /// Something was done: the message line says so, all but `by` show it.
    void tell(const Done &done, const QObject *by = nullptr);

    /// Takes back the current reviewer's last act and says what it was.
    void undo();
    void redo();

    /// Something changed that nobody needs to be told, as when another program wrote to the file.
    void refresh(Changes changes, const QObject *by = nullptr);

    void go(const Place &place) { Q_EMIT wanted(place); }

Q_SIGNALS:
    void told(const winnow::gui::Done &done);
    void changed(winnow::gui::Changes changes, const QObject *by);
    void wanted(const winnow::gui::Place &place);
    void followedToo(winnow::gui::Worker *worker);
    void undone(); ///< after undo() or redo(), before changed()

private:
    void readStages();
    void takeInLog();

    app::Services m_services;
    std::unique_ptr<app::Workspace> m_workspace;
    Appearance *m_appearance;
    std::vector<StageSettings> m_stages;
    std::unique_ptr<Worker> m_reader;
    std::unique_ptr<Worker> m_writer;
    std::vector<QPointer<Worker>> m_followed;
    std::unique_ptr<SharedFolder> m_sharedFolder; ///< the last member: it leaves work to the writer
};

} // namespace winnow::gui
