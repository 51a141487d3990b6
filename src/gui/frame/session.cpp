#include "gui/frame/session.h"

#include "app/history.h"
#include "app/stages.h"
#include "gui/frame/shared_folder.h"
#include "gui/shown.h"

namespace winnow::gui {

Result<std::unique_ptr<Session>>
Session::open(const std::filesystem::path &path, const app::Services &services, Appearance *appearance)
{
    auto workspace = app::Workspace::open(path, services);
    if (!workspace) {
        return std::move(workspace).error();
    }
    return std::make_unique<Session>(*std::move(workspace), services, appearance);
}

Result<std::unique_ptr<Session>> Session::create(const std::filesystem::path &path,
                                                 const QString &title,
                                                 const app::Services &services,
                                                 Appearance *appearance)
{
    auto workspace = app::Workspace::create(path, title.toStdString(), services);
    if (!workspace) {
        return std::move(workspace).error();
    }
    return std::make_unique<Session>(*std::move(workspace), services, appearance);
}

Session::Session(std::unique_ptr<app::Workspace> workspace,
                 const app::Services &services,
                 Appearance *appearance)
    : m_services(services)
    , m_workspace(std::move(workspace))
    , m_appearance(appearance != nullptr ? appearance : new Appearance(nullptr, this))
    , m_reader(std::make_unique<Worker>(m_workspace->path(), services))
    , m_writer(std::make_unique<Worker>(m_workspace->path(), services))
{
    m_workspace->leaveLog();
    readStages();
    m_followed = {m_writer.get(), m_reader.get()};
    m_sharedFolder = std::make_unique<SharedFolder>(*this);
}

void Session::follow(Worker &worker)
{
    m_followed.emplace_back(&worker);
    Q_EMIT followedToo(&worker);
}

Session::~Session() = default;

/// What cannot be read now was read before, or stands as a review without settings has it.
void Session::readStages()
{
    if (auto stages = app::stageSettings(*m_workspace)) {
        m_stages = *std::move(stages);
        return;
    }
    if (m_stages.empty()) {
        for (const Stage stage : kStages) {
            m_stages.push_back({});
            m_stages.back().stage = stage;
        }
    }
}

void Session::tell(const Done &done, const QObject *by)
{
    Q_EMIT told(done);
    refresh(done.changes, by);
    if (m_workspace->isLogLong()) {
        takeInLog();
    }
}

/// A decision must not wait for it. What goes wrong is tried again with the next act.
void Session::takeInLog()
{
    m_writer->start(QStringLiteral("log"), [](app::Workspace &workspace, Task & /*task*/) -> Worker::Done {
        static_cast<void>(workspace.takeInLog());
        return {};
    });
}

void Session::refresh(Changes changes, const QObject *by)
{
    if (!changes) {
        return;
    }
    if (changes.testFlag(Change::Stages)) {
        readStages();
    }
    Q_EMIT changed(changes, by);
}

void Session::undo()
{
    auto undone = app::undo(*m_workspace);
    if (!undone) {
        say(shown(undone.error().message));
        return;
    }
    const std::optional<std::string> &what = *undone;
    if (!what) {
        say(tr("There is nothing of yours to undo."));
        return;
    }
    Q_EMIT this->undone();
    tell({tr("Undone: %1. %2 brings it back.").arg(shown(*what), tr("Ctrl+Shift+Z")),
          kAllChanges,
          {QStringLiteral("undo"), QStringLiteral("{}")},
          false});
}

void Session::redo()
{
    auto redone = app::redo(*m_workspace);
    if (!redone) {
        say(shown(redone.error().message));
        return;
    }
    const std::optional<std::string> &what = *redone;
    if (!what) {
        say(tr("There is nothing to redo."));
        return;
    }
    Q_EMIT undone();
    tell({tr("Done again: %1.").arg(shown(*what)),
          kAllChanges,
          {QStringLiteral("redo"), QStringLiteral("{}")}});
}

} // namespace winnow::gui
